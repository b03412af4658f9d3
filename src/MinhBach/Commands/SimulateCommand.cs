using System.CommandLine;
using System.Globalization;
using MinhBach.DemoCity;
using MinhBach.Kernel;
using MinhBach.Shell;

namespace MinhBach.Commands;

/// <summary><c>simulate --dossiers N</c>: makes a demo city of any size in an empty database.</summary>
internal static class SimulateCommand
{
    public static Command Make(CommonOptions common, Words words, TextWriter output)
    {
        var size = CommonOptions.Number(words, "--dossiers", words["Số hồ sơ (mặc định: {0})", DemoCityPlan.Default.Dossiers.ToString(CultureInfo.InvariantCulture)], DemoCityPlan.Default.Dossiers, 1, 50_000_000);
        var seed = CommonOptions.Number(words, "--seed", words["Hạt giống ngẫu nhiên: cùng hạt giống, cùng thành phố"], DemoCityPlan.Default.Seed, 0, int.MaxValue);
        var months = CommonOptions.Number(words, "--months", words["Số tháng gần đây (mặc định: {0})", DemoCityPlan.Default.Months], DemoCityPlan.Default.Months, 1, 120);
        var command = new Command("simulate", words["Tạo thành phố mẫu trong cơ sở dữ liệu trống."]) { size, seed, months };
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = common.Read(parsed);
            var plan = new DemoCityPlan { Dossiers = parsed.GetValue(size), Seed = parsed.GetValue(seed), Months = parsed.GetValue(months) };
            await using var app = City.Build(options, builder => builder.Logging.ClearProviders());
            plan.CheckFits(app.Services.GetRequiredService<TimeProvider>());
            var progress = new ConsoleProgress(words, output);
            var made = await CityStart.FillAsync(app, options, plan, progress, cancellation);
            progress.End();
            if (made is null) throw new RuleBroken("simulate.notEmpty", "Cơ sở dữ liệu đã có dữ liệu; chọn một thư mục --data hoặc cơ sở dữ liệu trống.");
            output.WriteLine(MadeText.Of(words, made));
            foreach (var (rule, times) in made.Broken) output.WriteLine($"  {rule}: {times}");
            return 0;
        });
        return command;
    }
}
