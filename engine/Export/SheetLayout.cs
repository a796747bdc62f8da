using System.Globalization;

namespace Analytics.Export;

/// <summary>A sheet that can be written: checked, named and measured.</summary>
/// <param name="Sheet">What the caller gave.</param>
/// <param name="Name">The name on the tab.</param>
/// <param name="Title">The line above the head, cleaned; null when there is none.</param>
/// <param name="Widths">Of the columns, in characters of half width.</param>
internal sealed record SheetLayout(WorkbookSheet Sheet, string Name, string? Title, IReadOnlyList<double> Widths)
{
    /// <summary>The most rows a sheet has.</summary>
    internal const int MaxRows = 1_048_576;

    internal const int MaxColumns = 16_384;
    internal const double LineHeight = 16;
    internal const double MinWidth = 6;
    internal const double MaxWidth = 60;
    private const double MaxGivenWidth = 255;

    // A column is as wide as its first rows need; later ones wrap.
    private const int RowsMeasured = 1000;

    // A Chinese character is drawn a little wider than two digits.
    private const double Stretch = 1.1;
    private const double Padding = 2;

    // The button of the filter stands beside the words of the head.
    internal const double FilterButton = 3;

    // What A4 holds upright between its margins at full size.
    private const double PortraitWidth = 95;

    /// <summary>The name as formulas write it.</summary>
    internal string Quoted => "'" + Name.Replace("'", "''", StringComparison.Ordinal) + "'";

    internal IReadOnlyList<SheetColumn> Columns => Sheet.Columns;

    internal int HeadRow => HeadRowOf(Title);

    internal int LastRow => HeadRow + Sheet.Rows.Count;

    internal double TotalWidth => Widths.Sum();

    internal bool IsLandscape => TotalWidth > PortraitWidth;

    /// <summary>Checks everything before anything is written.</summary>
    /// <exception cref="ArgumentException">A sheet cannot be written; see <see cref="Workbook"/>.</exception>
    /// <param name="sheets">The sheets.</param>
    /// <param name="names">Their names on the tabs.</param>
    internal static IReadOnlyList<SheetLayout> Of(IReadOnlyList<WorkbookSheet> sheets, IReadOnlyList<string> names)
    {
        var problem = sheets.Count == 0 ? "工作簿至少要有一张工作表。" : null;
        for (var i = 0; i < sheets.Count && problem is null; i++)
        {
            problem = FindWrongSize(sheets[i], names[i]);
        }

        var layouts = new List<SheetLayout>();
        for (var i = 0; i < sheets.Count && problem is null; i++)
        {
            (var layout, problem) = Measure(sheets[i], names[i]);
            layouts.Add(layout);
        }

        return problem is null ? layouts : throw new ArgumentException(problem, nameof(sheets));
    }

    /// <summary>The room a line of text of this width needs.</summary>
    internal static double RoomFor(int width) => Math.Ceiling((width * Stretch) + Padding);

    /// <summary>How many Chinese characters fit on one line of a width, whatever they are.</summary>
    internal static int WideCharactersIn(double width) => Math.Max(0, (int)((width - Padding - 1) / Stretch / 2));

    private static string? FindWrongSize(WorkbookSheet sheet, string name)
    {
        var most = MaxRows - HeadRowOf(TitleOf(sheet));
        if (sheet.Rows.Count > most)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"工作表“{name}”有{sheet.Rows.Count:N0}行，除表头外最多{most:N0}行；请缩小范围或分成几张表。"
            );
        }

        if (sheet.Columns.Count is 0 or > MaxColumns)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"工作表“{name}”有{sheet.Columns.Count}列，应为1至{MaxColumns}列。"
            );
        }

        var wrong = sheet.Columns.FirstOrDefault(column => column.Width is not (null or (> 0 and <= MaxGivenWidth)));
        return wrong is null
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"工作表“{name}”的列“{wrong.Title}”宽{wrong.Width}，应大于0，不超过{MaxGivenWidth}。"
            );
    }

    private static (SheetLayout Layout, string? Problem) Measure(WorkbookSheet sheet, string name)
    {
        var title = TitleOf(sheet);
        var headRow = HeadRowOf(title);
        var problem = title is null ? null : FindTooLong(title, name, 1, 1);
        var rooms = new double[sheet.Columns.Count];
        for (var c = 0; c < rooms.Length; c++)
        {
            var head = CellText.Clean(sheet.Columns[c].Title);
            problem ??= FindTooLong(head, name, c + 1, headRow);
            rooms[c] = RoomFor(CellText.Width(head)) + FilterButton;
        }

        var contents = new CellContent[rooms.Length];
        foreach (var values in sheet.Rows.Take(RowsMeasured))
        {
            if (TryRead(sheet, name, values, headRow + 1, contents) is null)
            {
                for (var c = 0; c < rooms.Length; c++)
                {
                    rooms[c] = Math.Max(rooms[c], RoomFor(contents[c].Width()));
                }
            }
        }

        var widths = sheet.Columns.Select((column, c) => column.Width ?? Math.Clamp(rooms[c], MinWidth, MaxWidth));
        return (new SheetLayout(sheet, name, title, widths.ToList()), problem);
    }

    /// <summary>What stands in the cells of a row.</summary>
    /// <param name="values">The row.</param>
    /// <param name="row">Its number in the sheet, from 1.</param>
    /// <param name="contents">Filled.</param>
    /// <returns>What is wrong with it, in Chinese; null when it can be written.</returns>
    internal string? TryRead(IReadOnlyList<object?> values, int row, CellContent[] contents) =>
        TryRead(Sheet, Name, values, row, contents);

    private static string? TryRead(
        WorkbookSheet sheet,
        string name,
        IReadOnlyList<object?> values,
        int row,
        CellContent[] contents
    )
    {
        if (values.Count != contents.Length)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"工作表“{name}”第{row}行有{values.Count}个值，应与表头一样有{contents.Length}个。"
            );
        }

        for (var c = 0; c < contents.Length; c++)
        {
            if (CellContent.Of(values[c], sheet.Columns[c].Format) is not { } content)
            {
                return $"工作表“{name}”的单元格{CellName.Of(c + 1, row)}是{Describe(values[c])}，"
                    + "单元格只能放文字、数字、是否和日期。";
            }

            if (content is { IsText: true, Value: { } text } && FindTooLong(text, name, c + 1, row) is { } problem)
            {
                return problem;
            }

            contents[c] = content;
        }

        return null;
    }

    private static string? FindTooLong(string text, string name, int column, int row) =>
        text.Length <= CellText.MaxLength
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"工作表“{name}”的单元格{CellName.Of(column, row)}有{text.Length:N0}个字符，最多{CellText.MaxLength:N0}个。"
            );

    private static string Describe(object? value) =>
        value is double number ? number.ToString(CultureInfo.InvariantCulture) : value?.GetType().Name ?? "";

    private static string? TitleOf(WorkbookSheet sheet) =>
        string.IsNullOrWhiteSpace(sheet.Title) ? null : CellText.Clean(sheet.Title);

    private static int HeadRowOf(string? title) => title is null ? 1 : 2;
}
