using System.Globalization;
using Analytics.Dashboard.Output;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Importing;

/// <summary>A preview as lines for a terminal.</summary>
internal static class ImportText
{
    private const int ShownRows = 5;
    private const int ShownProblems = 50;

    /// <summary>What was recognised: kind, header, columns, first rows.</summary>
    public static string Recognised(ImportPreview preview, bool withRows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        foreach (var file in preview.Files)
        {
            text.WriteLine($"{file.FileName}：{file.KindName}，{file.Encoding}");
            foreach (var sheet in file.Sheets)
            {
                var title = sheet.Title.Length == 0 ? "" : $"，标题“{sheet.Title}”";
                text.WriteLine(
                    $"  {sheet.Sheet}：{sheet.KindName}，表头在第 {sheet.HeaderRow} 行，{sheet.RowCount} 行数据{title}"
                );
                text.WriteLine("  列对应：" + string.Join("；", sheet.Columns.Select(ColumnOf)));
                foreach (var row in withRows ? sheet.FirstRows.Take(ShownRows) : [])
                {
                    text.WriteLine("    | " + string.Join(" | ", row));
                }
            }
        }

        return text.ToString();
    }

    /// <summary>What stands against it and what to do, and what does not agree.</summary>
    public static string Problems(ImportPreview preview)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        foreach (var file in preview.Files)
        {
            var problems = preview.Report.Problems.Where(problem => problem.FileName == file.FileName).ToList();
            foreach (var problem in problems.Take(ShownProblems))
            {
                text.WriteLine(IsNamed(problem) ? problem.ToString() : $"{file.FileName} {problem}");
            }

            if (problems.Count > ShownProblems)
            {
                text.WriteLine($"……还有 {problems.Count - ShownProblems} 个问题，见 --format json 或 --refused-out。");
            }

            foreach (var unit in problems.Where(problem => problem.Kind == LoadProblemKind.Unit))
            {
                foreach (var suggested in unit.Suggestions)
                {
                    text.WriteLine(
                        $"  若“{unit.Value}”就是{suggested.Name}：analytics units alias {unit.Value} {suggested.Code}"
                    );
                }
            }

            foreach (var found in file.Discrepancies)
            {
                text.WriteLine(
                    $"【{Tables.SeverityOf(found.Severity.ToString().ToLowerInvariant())}】{found.Message}（{file.FileName} {found.Location}）"
                );
            }
        }

        return text.ToString();
    }

    // The only sheet of a CSV bears the file's name.
    private static bool IsNamed(LoadProblem problem) =>
        problem.Location.StartsWith(problem.FileName, StringComparison.Ordinal);

    private static string ColumnOf(PreviewedColumn column) =>
        $"{column.Heading}→{column.RoleName}"
        + (column.Detail is null ? "" : $"（{column.Detail}）")
        + (column.IsGuess ? "（推测）" : "");
}
