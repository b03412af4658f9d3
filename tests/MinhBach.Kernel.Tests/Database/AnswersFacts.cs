using System.Data.Common;
using System.Globalization;
using MinhBach.Testing;

namespace MinhBach.Kernel.Tests;

public sealed class AnswersFacts
{
    private static readonly string[] Questions =
    [
        "SELECT stream_id FROM journal_entry WHERE stream_id = $1",
        "SELECT count(*) FROM journal_entry WHERE stream_id <= $1",
    ];

    [Theory, BothDatabases]
    public async Task The_same_questions_are_answered_anew_each_time(DatabaseKind kind)
    {
        await using var stand = await Stand.StartAsync(kind);
        Assert.Equal("|0", await AskAsync(stand, 1));
        await stand.AppendAsync(1);
        await stand.AppendAsync(2);
        Assert.Equal("1|1", await AskAsync(stand, 1));
        Assert.Equal("2|2", await AskAsync(stand, 2));
    }

    [Theory, BothDatabases]
    public async Task Answers_that_nobody_read_to_the_end_do_not_come_with_the_next(DatabaseKind kind)
    {
        await using var stand = await Stand.StartAsync(kind);
        await stand.AppendAsync(1);
        await using (var left = await stand.Database.AskAsync(Questions, 1L, TestContext.Current.CancellationToken)) Assert.True(await left.Rows.ReadAsync(TestContext.Current.CancellationToken));
        await stand.AppendAsync(2);
        Assert.Equal("2|2", await AskAsync(stand, 2));
    }

    [Theory, BothDatabases]
    public async Task Many_ask_at_a_time(DatabaseKind kind)
    {
        await using var stand = await Stand.StartAsync(kind);
        await stand.AppendAsync(1);
        for (var turn = 0; turn < 2; turn++)
        {
            var asked = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => stand.Database.AskAsync(Questions, 1L, TestContext.Current.CancellationToken)));
            foreach (var answers in asked)
            {
                await using (answers) Assert.Equal("1|1", await TextAsync(answers.Rows));
            }
        }
    }

    [Theory, BothDatabases]
    public async Task A_wrong_question_spoils_none_after_it(DatabaseKind kind)
    {
        await using var stand = await Stand.StartAsync(kind);
        await stand.AppendAsync(1);
        Assert.Equal("1|1", await AskAsync(stand, 1));
        string[] wrong = ["SELECT nothing FROM nowhere WHERE 1 = $1"];
        await Assert.ThrowsAnyAsync<DbException>(() => stand.Database.AskAsync(wrong, 1L, TestContext.Current.CancellationToken));
        Assert.Equal("1|1", await AskAsync(stand, 1));
    }

    private static async Task<string> AskAsync(Stand stand, long about)
    {
        await using var answers = await stand.Database.AskAsync(Questions, about, TestContext.Current.CancellationToken);
        return await TextAsync(answers.Rows);
    }

    private static async Task<string> TextAsync(DbDataReader rows)
    {
        var first = await rows.ReadAsync(TestContext.Current.CancellationToken) ? rows.GetInt64(0).ToString(CultureInfo.InvariantCulture) : "";
        Assert.True(await rows.NextResultAsync(TestContext.Current.CancellationToken));
        Assert.True(await rows.ReadAsync(TestContext.Current.CancellationToken));
        return $"{first}|{rows.GetInt64(0)}";
    }
}
