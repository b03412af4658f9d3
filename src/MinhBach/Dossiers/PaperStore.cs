using MinhBach.Kernel;

namespace MinhBach.Dossiers;

internal static class PaperStore
{
    public static async ValueTask AddAsync(WriteSession session, long dossier, IEnumerable<SubmittedPaper> papers, bool supplement)
    {
        foreach (var paper in papers)
        {
            await session.Sql("INSERT INTO dossiers_paper (id, dossier_id, key, name, form, count, file_id, added_at, supplement) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)")
                .With(await session.NextIdAsync()).With(dossier).With(paper.Key).With(paper.Name).WithInt((int)paper.Form).WithInt(paper.Count).With(paper.FileId)
                .With(session.Now).With(supplement).LaterAsync();
            if (paper.FileId is { } file)
                await session.Sql("UPDATE dossiers_file SET dossier_id = $1, draft = NULL WHERE id = $2 AND dossier_id IS NULL").With(dossier).With(file).LaterAsync();
        }
    }
}
