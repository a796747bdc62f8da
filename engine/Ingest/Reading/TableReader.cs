using Analytics.Domain;
using Analytics.Ingest.Grammar;
using Analytics.Ingest.Text;

namespace Analytics.Ingest.Reading;

/// <summary>Reads a pasted table: every cell with a number is one fact; the heading says what it measures.</summary>
internal static class TableReader
{
    /// <summary>Reads the rows that begin at a line.</summary>
    /// <returns>The index of the last line that was read.</returns>
    public static int Read(ReadingState reading, int first)
    {
        var lines = reading.Source.Lines;
        var last = first;
        while (last + 1 < lines.Count && lines[last + 1].Kind == LineKind.Row)
        {
            last++;
        }

        var heading = Cells(reading.Source.Text, lines[first].Span);
        if (heading.Exists(cell => IsNumber(cell.Text)))
        {
            ReadWithoutHeading(reading, first, last);
            return last;
        }

        var (caption, names) = Headings(reading, heading, first);
        var rows = Enumerable
            .Range(first + 1, last - first)
            .Select(row => Cells(reading.Source.Text, lines[row].Span))
            .ToList();
        var columns = TableKinds.Settle(
            TableColumn.WithTotals(names.ConvertAll(name => TableColumn.Of(name, caption))),
            rows,
            $"{caption}{reading.Section}"
        );
        // 单位 | 信息数 | 单位 | 信息数: two tables side by side.
        var width = WidthOf(names);
        var totals = new Dictionary<int, Draft>();
        var parts = new List<(int Column, Draft Draft)>();
        for (var row = first + 1; row <= last && !reading.IsOverfull; row++)
        {
            var cells = Cells(reading.Source.Text, lines[row].Span);
            for (var from = 0; from < cells.Count && from < columns.Count; from += width)
            {
                ReadRow(
                    reading,
                    row,
                    cells[from..Math.Min(cells.Count, from + width)],
                    columns,
                    caption,
                    totals,
                    parts
                );
            }
        }

        Tie(reading, totals, parts);
        return last;
    }

    private static int WidthOf(List<string> names)
    {
        for (var width = 2; width <= names.Count / 2; width++)
        {
            if (names.Count % width == 0 && names.Select((name, at) => name == names[at % width]).All(same => same))
            {
                return width;
            }
        }

        return Math.Max(1, names.Count);
    }

    // 附件1 县（市）政府（排名|单位|得分）: retold headings stand in brackets behind the caption.
    private static (string Caption, List<string> Names) Headings(
        ReadingState reading,
        List<(string Text, int Start)> cells,
        int first
    )
    {
        var names = cells.ConvertAll(cell => cell.Text);
        var open = names[0].LastIndexOf('（');
        if (open >= 0 && names[^1].EndsWith('）'))
        {
            var caption = names[0][..open];
            names[0] = names[0][(open + 1)..];
            names[^1] = names[^1][..^1];
            return ($"{reading.Head.Document.Title}\n{caption}", names);
        }

        var above = first > 0 ? reading.Source.Lines[first - 1].Span : default;
        return (
            $"{reading.Head.Document.Title}\n{reading.Source.Text[above.Start..Math.Min(above.End, above.Start + 80)]}",
            names
        );
    }

    private static void ReadRow(
        ReadingState reading,
        int row,
        List<(string Text, int Start)> cells,
        List<TableColumn> columns,
        string caption,
        Dictionary<int, Draft> totals,
        List<(int Column, Draft Draft)> parts
    )
    {
        var span = reading.Source.Lines[row].Span;
        var name = RowName.Of(cells, columns);
        var words = reading.Source.Text[span.Start..span.End];
        var first = reading.Drafts.Count;
        for (var i = 0; i < cells.Count && i < columns.Count; i++)
        {
            var (text, start) = cells[i];
            if (columns[i].Role is not (ColumnRole.Number or ColumnRole.Rate or ColumnRole.Score) || !IsNumber(text))
            {
                continue;
            }

            if (Numeral.Arabic(text, 0) is not { } number)
            {
                continue;
            }

            var fact = Fact(reading, columns, i, number.Value, name, caption) with
            {
                Span = new(start, start + number.End),
                Location = reading.Source.LocationOf(start),
                Words = words,
                Period = PeriodOf(reading, columns[i].Period ?? name.Period),
            };
            var draft = new Draft(fact, row, -row) { Decimals = ReadingState.DecimalsOf(text.AsSpan(0, number.End)) };
            reading.Drafts.Add(draft);
            if (name.IsTotal)
            {
                totals.TryAdd(i, draft);
            }
            else
            {
                parts.Add((i, draft));
            }
        }

        LinkRates(reading.Drafts.GetRange(first, reading.Drafts.Count - first));
    }

    private static string? PeriodOf(ReadingState reading, PeriodMention? named) =>
        named is { } period && (period.Year ?? reading.Head.Year) is { } year ? period.In(year) : reading.Head.Period;

    // A rate of a row is of the counts in the same row.
    private static void LinkRates(List<Draft> row)
    {
        foreach (var rate in row.FindAll(draft => draft.Fact.Rate is not null))
        {
            string[] some = rate.Fact.Measure switch
            {
                Measure.PassRate => [Measure.Passed, Measure.Failed],
                Measure.AdoptionRate => [Measure.Adopted],
                Measure.OnTimeRate => [Measure.MessagesOnTime],
                _ => [],
            };
            var whole = rate.Fact.Measure switch
            {
                Measure.PassRate => Measure.Inspected,
                Measure.AdoptionRate => Measure.Submitted,
                _ => Measure.Messages,
            };
            rate.RateOf = (
                some.Select(measure => Single(row, measure)).FirstOrDefault(draft => draft is not null),
                Single(row, whole)
            );
        }
    }

    private static Draft? Single(List<Draft> row, string measure) =>
        row.FindAll(draft => draft.Fact.Measure == measure) is [var only] ? only : null;

    private static Fact Fact(
        ReadingState reading,
        List<TableColumn> columns,
        int column,
        decimal value,
        RowName name,
        string caption
    )
    {
        var (role, heading, measure, target, own) = columns[column];
        if (name is { Kind: { } kind, IsTotal: false } && TableKinds.OfRow(kind, caption) is { } row)
        {
            (role, measure, own) = (row.Role, row.Measure, own ?? row.Channel);
        }

        // 问题类型 | 甲县 | 乙县: units may stand in the heading.
        var ofUnit =
            columns.Exists(other => other.Role == ColumnRole.Kind) && UnitNames.IsName(heading) ? heading : null;
        var channel = ChannelOf(reading, columns, measure!, own, caption);
        return new Fact
        {
            Measure = measure!,
            Channel = channel,
            Unit = name.Unit ?? ofUnit,
            Group = (name.Unit ?? ofUnit) is { } unit && !name.IsTotal ? UnitNames.GroupOf(unit) : null,
            Account = name.Account,
            Platform = name.Platform ?? Platforms.Whole(heading),
            Target = target,
            Category = measure == Measure.Issues ? CategoryOf(name, columns[column]) : null,
            Count = role == ColumnRole.Number ? value : null,
            Rate = role == ColumnRole.Rate ? value : null,
            Score = role == ColumnRole.Score ? value : null,
            Rank = role == ColumnRole.Score ? name.Rank : null,
            Column = measure == Measure.Other ? heading : null,
        };
    }

    private static string? CategoryOf(RowName name, TableColumn column) =>
        name.Kind
        ?? (
            column.Period is null && Platforms.Whole(column.Heading) is null && !UnitNames.IsName(column.Heading)
                ? Categories.Of(column.Heading)
                : null
        );

    private static string? ChannelOf(
        ReadingState reading,
        List<TableColumn> columns,
        string measure,
        string? own,
        string caption
    )
    {
        if (measure is Measure.Submitted or Measure.Adopted or Measure.AdoptionRate or Measure.Pushed)
        {
            return Channel.Submission;
        }

        if (measure == Measure.Posts)
        {
            return Channel.NewMedia;
        }

        if (
            own is Channel.Website or Channel.NewMedia or Channel.Interaction
            || (own == Channel.Openness && measure == Measure.Published)
        )
        {
            return own;
        }

        // One column that names its channel speaks for the others: 政务新媒体总数, 抽查数, 不合格数.
        var named = columns.Select(column => column.Channel).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (named is [Channel.Website or Channel.NewMedia] && ChannelOfCaption(caption) is null)
        {
            return named[0];
        }

        var isSubmission = columns.Exists(column => column.Measure is Measure.Submitted or Measure.Adopted);
        return isSubmission
            ? Channel.Submission
            : ChannelOfCaption(caption) ?? reading.Head.Channel ?? reading.Sections.Channel;
    }

    // The line above a table says more of it than the title does.
    private static string? ChannelOfCaption(string caption) =>
        Context.ChannelOf(caption[(caption.LastIndexOf('\n') + 1)..]) ?? Context.ChannelOf(caption);

    // A row 合计 is the total of the rows above or below it.
    private static void Tie(ReadingState reading, Dictionary<int, Draft> totals, List<(int Column, Draft Draft)> parts)
    {
        foreach (var (column, total) in totals)
        {
            var frame = new Frame(FrameKind.Listing, total.Fact.Span.Start) { Total = total };
            foreach (var (_, part) in parts.Where(part => part.Column == column && part.Draft.Fact.Rate is null))
            {
                part.Total = total;
                part.PartOf = frame;
                frame.Parts.Add((total, part));
            }

            if (total.Fact.Rate is null)
            {
                reading.Frames.All.Add(frame);
            }
        }
    }

    private static void ReadWithoutHeading(ReadingState reading, int first, int last)
    {
        for (var row = first; row <= last && !reading.IsOverfull; row++)
        {
            var span = reading.Source.Lines[row].Span;
            var cells = Cells(reading.Source.Text, span);
            var unit = cells.Find(cell => UnitNames.IsName(cell.Text)).Text;
            foreach (var (text, start) in cells.Where(cell => IsNumber(cell.Text)))
            {
                if (unit is null || Numeral.Arabic(text, 0) is not { } number)
                {
                    reading.Unrecognised.Add(
                        new(new(start, start + text.Length), reading.Source.Text[span.Start..span.End])
                    );
                    continue;
                }

                var fact = new Fact
                {
                    Measure = Measure.Other,
                    Channel = reading.Head.Channel,
                    Unit = unit,
                    Count = number.Value,
                    Period = reading.Head.Period,
                    Span = new(start, start + number.End),
                    Location = reading.Source.LocationOf(start),
                    Words = reading.Source.Text[span.Start..span.End],
                };
                reading.Drafts.Add(new(fact, row, -row));
            }
        }
    }

    private static List<(string Text, int Start)> Cells(string text, Span line)
    {
        var cells = new List<(string, int)>();
        for (var start = line.Start; start <= line.End; )
        {
            var bar = text.AsSpan(start, line.End - start).IndexOf('|');
            var end = bar < 0 ? line.End : start + bar;
            var trimmed = text.AsSpan(start, end - start).TrimStart(' ');
            var from = end - trimmed.Length;
            cells.Add((trimmed.TrimEnd(' ').ToString(), from));
            start = end + 1;
        }

        return cells;
    }

    private static bool IsNumber(string text) =>
        text.Length > 0
        && char.IsAsciiDigit(text[0])
        && Numeral.Arabic(text, 0) is { } number
        && text[number.End..] is "" or "%" or "条" or "分" or "个" or "篇" or "次" or "家";
}
