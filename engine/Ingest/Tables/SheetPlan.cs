using Analytics.Ingest.Grammar;
using Analytics.Ingest.Reading;
using Analytics.Sources;

namespace Analytics.Ingest.Tables;

/// <summary>How the rows of one sheet are to be read: kind, columns, and what holds for every row.</summary>
internal sealed class SheetPlan
{
    private readonly Dictionary<string, int> _byRole = new(StringComparer.Ordinal);

    private SheetPlan(string sheet, SheetHead head, string kind, IReadOnlyList<ColumnMapping> columns)
    {
        (Sheet, Head, Kind, Columns) = (sheet, head, kind, columns);
        foreach (var column in columns)
        {
            _byRole.TryAdd(column.Role, column.Index);
        }

        Numbers = [.. columns.Where(column => ColumnRoles.IsNumeric(column.Role))];
        Used = [.. columns.Where(column => column.Role != ColumnRoles.Ignored).Select(column => column.Index)];
        HasOpenParts = columns.Any(column => column.Heading.Contains("其中", StringComparison.Ordinal));
    }

    /// <summary>The sheet's name.</summary>
    public string Sheet { get; }

    /// <summary>Title and headings.</summary>
    public SheetHead Head { get; }

    /// <summary>A code of <see cref="TableKind"/>.</summary>
    public string Kind { get; }

    /// <summary>The columns.</summary>
    public IReadOnlyList<ColumnMapping> Columns { get; }

    /// <summary>The columns whose cells are numbers.</summary>
    public IReadOnlyList<ColumnMapping> Numbers { get; }

    /// <summary>The columns that have a role.</summary>
    public IReadOnlyList<int> Used { get; }

    /// <summary>Whether headings say that the counted kinds are only some (其中).</summary>
    public bool HasOpenParts { get; }

    /// <summary>The channel of rows that do not say theirs; null when none is known.</summary>
    public string? Channel { get; private init; }

    /// <summary>The level of rows that do not say theirs.</summary>
    public string? Level { get; private init; }

    /// <summary>The period of rows that do not say theirs; null when none is known.</summary>
    public string? Period { get; init; }

    /// <summary>The year of dates and periods without one; null when none is known.</summary>
    public int? Year { get; private init; }

    /// <summary>The period the title states where <c>--quarter</c> says another.</summary>
    public bool IsQuarterContradicted { get; private init; }

    /// <summary>The column of a role; -1 when there is none.</summary>
    public int At(string role) => _byRole.GetValueOrDefault(role, -1);

    /// <summary>Whether a column has the role.</summary>
    public bool Has(string role) => _byRole.ContainsKey(role);

    /// <summary>The same plan with a period.</summary>
    public SheetPlan In(string period) =>
        new(Sheet, Head, Kind, Columns)
        {
            Channel = Channel,
            Level = Level,
            Period = period,
            Year = Year,
        };

    /// <summary>Makes the plan of a sheet.</summary>
    /// <returns>Null when the columns do not make a table that is known.</returns>
    public static SheetPlan? Make(string sheet, SheetHead head, IReadOnlyList<SourceRow> samples, TableOptions options)
    {
        var mapping = MappingOf(head, options);
        var guesses = ColumnGuess.All(head, samples);
        var columns = new ColumnMapping[guesses.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            var heading = head.Heading(i);
            var mapped = mapping?.Columns.FirstOrDefault(column => column.Heading == heading);
            columns[i] = mapped is null
                ? new(i, heading, guesses[i].Role, guesses[i].Detail, IsGuess: true)
                : new(i, heading, mapped.Role, mapped.Detail, IsGuess: false);
        }

        YieldToPeople(columns);
        var kind =
            mapping?.Kind ?? KindChoice.Of(columns.Select(column => column.Role).ToHashSet(StringComparer.Ordinal));
        return kind is null or TableKind.Facts
            ? null
            : Make(sheet, head, kind, ForKind(columns, kind), mapping, options);
    }

    private static SheetPlan Make(
        string sheet,
        SheetHead head,
        string kind,
        ColumnMapping[] columns,
        TableMapping? mapping,
        TableOptions options
    )
    {
        var title = CellWords.Folded(head.Title);
        var name = CellWords.Folded(sheet);
        var stated = CellWords.Period(title, options.Quarter?.Year) ?? CellWords.Period(name, options.Quarter?.Year);
        // A title with nothing but a year names no quarter.
        stated = stated?.Length == 4 ? null : stated;
        var period = mapping?.Period ?? stated ?? options.Quarter?.ToString();
        return new(sheet, head, kind, columns)
        {
            Channel =
                mapping?.Channel
                ?? kind switch
                {
                    TableKind.Submissions => Domain.Channel.Submission,
                    TableKind.Accounts => Domain.Channel.NewMedia,
                    TableKind.Requests => Domain.Channel.Request,
                    _ => Context.ChannelOf(title) ?? Context.ChannelOf(name),
                },
            Level = mapping?.Level ?? Levels.In(title) ?? Levels.In(name),
            Period = period,
            Year =
                period is { Length: >= 4 }
                && int.TryParse(period.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture, out var year)
                    ? year
                    : null,
            IsQuarterContradicted =
                mapping?.Period is null
                && stated is not null
                && options.Quarter is { } asked
                && stated != asked.ToString(),
        };
    }

    private static TableMapping? MappingOf(SheetHead head, TableOptions options)
    {
        var headings = Enumerable.Range(0, head.Parts.Count).Select(head.Heading).ToHashSet(StringComparer.Ordinal);
        return options.Mappings.FirstOrDefault(mapping =>
            mapping.Shape is { } shape
                ? shape == head.Shape
                : mapping.Columns.All(column => headings.Contains(column.Heading))
        );
    }

    // Where a person gave a role to a column, a guess of the same role steps back.
    private static void YieldToPeople(ColumnMapping[] columns)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            var column = columns[i];
            if (
                column.IsGuess
                && !ColumnRoles.IsRepeatable(column.Role)
                && Array.Exists(columns, other => !other.IsGuess && other.Role == column.Role)
            )
            {
                columns[i] = column with { Role = ColumnRoles.Ignored, Detail = null };
            }
        }
    }

    private static ColumnMapping[] ForKind(ColumnMapping[] columns, string kind)
    {
        var isCounted = Array.Exists(columns, column => column.Role is ColumnRoles.CategoryCount);
        var hasCount = Array.Exists(columns, column => column.Role is ColumnRoles.Count);
        return Array.ConvertAll(
            columns,
            column =>
            {
                // Beside counted kinds a number of problems is their total; without them a total is the number.
                var role = column.Role switch
                {
                    ColumnRoles.Count when kind == TableKind.Counts && isCounted => ColumnRoles.Total,
                    ColumnRoles.Total when kind == TableKind.Counts && !isCounted && !hasCount => ColumnRoles.Count,
                    var other => other,
                };
                return role != ColumnRoles.Ignored && ColumnRoles.IsUsed(role, kind)
                    ? column with
                    {
                        Role = role,
                    }
                    : column with
                    {
                        Role = ColumnRoles.Ignored,
                        Detail = null,
                    };
            }
        );
    }
}
