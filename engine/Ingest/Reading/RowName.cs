using System.Globalization;
using Analytics.Ingest.Grammar;

namespace Analytics.Ingest.Reading;

/// <summary>Whose row it is: unit, account, platform, rank; or the total of the table.</summary>
internal readonly record struct RowName(string? Unit, string? Account, string? Platform, int? Rank, bool IsTotal)
{
    /// <summary>The kind of problem, or what is measured, in a table of kinds.</summary>
    public string? Kind { get; init; }

    /// <summary>Reads the cells that name a row.</summary>
    public static RowName Of(List<(string Text, int Start)> cells, List<TableColumn> columns)
    {
        var name = default(RowName);
        for (var i = 0; i < cells.Count && i < columns.Count; i++)
        {
            var text = cells[i].Text;
            if (text.Length == 0)
            {
                continue;
            }

            if (text is "合计" or "总计" or "总 计" or "合 计" or "小计")
            {
                return name with { IsTotal = true };
            }

            name = columns[i].Role switch
            {
                ColumnRole.Unit => name with { Unit = text },
                ColumnRole.Account => WithAccount(name, text),
                ColumnRole.Platform => name with { Platform = text },
                ColumnRole.Kind => name with { Kind = text },
                ColumnRole.Rank when int.TryParse(text, CultureInfo.InvariantCulture, out var rank) => name with
                {
                    Rank = rank,
                },
                _ => name,
            };
        }

        return name;
    }

    // 武定警方（新浪微博）: the bracket holds the platform.
    private static RowName WithAccount(RowName name, string text)
    {
        var open = text.LastIndexOf('（');
        return open > 0 && text.EndsWith('）') && Platforms.Whole(text[(open + 1)..^1]) is { } platform
            ? name with
            {
                Account = text[..open],
                Platform = platform,
            }
            : name with
            {
                Account = text,
            };
    }
}
