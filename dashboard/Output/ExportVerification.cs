using System.Globalization;
using System.Security.Cryptography;
using Analytics.Domain;
using Analytics.Export;
using Analytics.Metrics;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Output;

/// <summary>An export checked against the warehouse (核验): whether it is as it was made, and what has changed since.</summary>
/// <param name="Manifest">What the file says it was made from.</param>
/// <param name="IsIntact">Whether the file is still as it was made.</param>
/// <param name="Changes">What is different in the warehouse now, in Chinese.</param>
public sealed record ExportVerification(AssessmentManifest Manifest, bool IsIntact, IReadOnlyList<string> Changes)
{
    /// <summary>Whether nothing has changed, neither in the file nor in the warehouse.</summary>
    public bool Matches => IsIntact && Changes.Count == 0;

    /// <summary>Checks a file.</summary>
    /// <param name="file">An xlsx or docx file; must seek.</param>
    /// <param name="snapshot">The data.</param>
    /// <returns>Null when the file carries no statement of ours.</returns>
    /// <exception cref="InvalidDataException">It is no Office file, or a damaged one.</exception>
    public static ExportVerification? Of(Stream file, Snapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(snapshot);
        var seal = Seal.Read(file);
        return seal.Manifest is { } json && AssessmentManifest.Parse(json) is { } manifest
            ? new(manifest, seal.ContentSha256 == manifest.ContentSha256, [.. ChangesOf(manifest, snapshot)])
            : null;
    }

    /// <summary>Checks a file that holds no statement itself (csv, json) by the one beside it.</summary>
    /// <param name="content">The file.</param>
    /// <param name="manifest">The statement.</param>
    /// <param name="snapshot">The data.</param>
    /// <returns>Null when that is no statement of ours.</returns>
    public static ExportVerification? Of(ReadOnlySpan<byte> content, string manifest, Snapshot snapshot) =>
        AssessmentManifest.Parse(manifest) is { } parsed
            ? new(
                parsed,
                Convert.ToHexStringLower(SHA256.HashData(content)) == parsed.ContentSha256,
                [.. ChangesOf(parsed, snapshot)]
            )
            : null;

    /// <summary>What kind of paper it is.</summary>
    public string Paper =>
        Manifest.Paper switch
        {
            AssessmentManifest.UnitPaper => "单位情况单",
            AssessmentManifest.RectificationPaper => "整改清单",
            _ => "考核排名",
        };

    /// <summary>The findings as text.</summary>
    public string Words()
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine(
            $"{Manifest.Quarter} {Paper}，评分规则 {Manifest.Rulebook}，{(Manifest.Publication is { } number ? $"第 {number} 次发布" : "未发布的草稿")}"
        );
        text.WriteLine(IsIntact ? "文件：与导出时一致" : "文件：导出之后被改动过，其中的数字不可作为依据");
        text.WriteLine(Changes.Count == 0 ? "数据仓库：与导出时一致" : $"数据仓库：导出之后有 {Changes.Count} 处变化");
        foreach (var change in Changes)
        {
            text.WriteLine("  " + change);
        }

        return text.ToString();
    }

    private static IEnumerable<string> ChangesOf(AssessmentManifest then, Snapshot snapshot)
    {
        if (
            !Quarter.TryParse(then.Quarter, out var quarter)
            || Quarters.All(snapshot).All(one => one.Quarter != quarter)
        )
        {
            yield return $"这里没有加载 {then.Quarter} 的数据";
            yield break;
        }

        if (Rulebooks.All(snapshot).All(rulebook => rulebook.Id != then.Rulebook))
        {
            yield return $"这里没有评分规则 {then.Rulebook}";
            yield break;
        }

        var now = AssessmentManifest.Of(Assessment.Of(snapshot, quarter, then.Rulebook)!, then.ContentSha256);
        foreach (var change in InputsOf(then, now).Concat(RanksOf(then, now)))
        {
            yield return change;
        }
    }

    private static IEnumerable<string> InputsOf(AssessmentManifest then, AssessmentManifest now)
    {
        if (then.RulebookSha256 != now.RulebookSha256)
        {
            yield return $"评分规则 {then.Rulebook} 的内容不同（SHA-256 {now.RulebookSha256}）";
        }

        if (then.SqlSha256 != now.SqlSha256)
        {
            yield return "计算用的 SQL 已随程序更新";
        }

        if (then.Publication != now.Publication)
        {
            yield return now.Publication is { } number ? $"已有第 {number} 次发布" : "这里没有这次发布";
        }

        foreach (var gone in then.Batches.Except(now.Batches))
        {
            yield return $"第 {gone.Batch} 批的 {gone.FileName} 已被撤销或替换";
        }

        foreach (var added in now.Batches.Except(then.Batches))
        {
            yield return $"新加载了第 {added.Batch} 批的 {added.FileName}";
        }

        var (more, less) = (
            now.Discrepancies.Except(then.Discrepancies, StringComparer.Ordinal).Count(),
            then.Discrepancies.Except(now.Discrepancies, StringComparer.Ordinal).Count()
        );
        if (more + less > 0)
        {
            yield return $"出入多了 {more} 处，少了 {less} 处";
        }
    }

    private static IEnumerable<string> RanksOf(AssessmentManifest then, AssessmentManifest now)
    {
        var present = now.Ranking.ToDictionary(row => row.Unit, StringComparer.Ordinal);
        foreach (var row in then.Ranking)
        {
            if (!present.Remove(row.Unit, out var other))
            {
                yield return $"{row.UnitName}：排名中已没有这个单位";
            }
            else if (row != other)
            {
                yield return $"{row.UnitName}：名次 {Tables.RankOf(row.Rank)} → {Tables.RankOf(other.Rank)}，"
                    + $"得分 {Numbers.Score(row.Score)} → {Numbers.Score(other.Score)}";
            }
        }

        foreach (var added in present.Values)
        {
            yield return $"{added.UnitName}：排名中新增的单位";
        }
    }
}
