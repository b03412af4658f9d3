using FsCheck;
using FsCheck.Fluent;

namespace MinhBach.ProcessMining.Tests;

internal static class Holds
{
    public static void For<T>(int times, Gen<T> values, Func<T, bool> property) =>
        Prop.ForAll(values.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(times));

    /// <summary>Logs of up to 30 cases over five activities.</summary>
    public static Gen<string[]> Logs { get; } =
        from cases in Gen.Choose(0, 30)
        from log in Gen.CollectToArray(Enumerable.Repeat(
            from steps in Gen.Choose(0, 8)
            from letters in Gen.CollectToArray(Enumerable.Repeat(Gen.Elements('a', 'b', 'c', 'd', 'e'), steps))
            select new string(letters), cases))
        select log;
}
