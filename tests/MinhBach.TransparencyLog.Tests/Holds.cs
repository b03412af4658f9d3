using FsCheck;
using FsCheck.Fluent;

namespace MinhBach.TransparencyLog.Tests;

internal static class Holds
{
    public static void For<T>(int times, Gen<T> values, Func<T, bool> property) =>
        Prop.ForAll(values.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(times));
}
