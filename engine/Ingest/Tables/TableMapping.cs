using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics.Domain;

namespace Analytics.Ingest.Tables;

/// <summary>What the columns of a table are, decided by a person: remembered by shape, or given with <c>load --mapping FILE</c>.</summary>
/// <param name="Shape">The <see cref="SheetReading.Shape"/> it is for; null for any sheet that has all the headings.</param>
/// <param name="Kind">A code of <see cref="TableKind"/>; null to let the reader decide.</param>
/// <param name="Columns">The columns by heading; those not named keep what the reader takes them for.</param>
public sealed record TableMapping(string? Shape, string? Kind, IReadOnlyList<MappedColumn> Columns)
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = false,
        WriteIndented = true,
        // Chinese stays readable; the file is shown to people, never put into a page as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The channel of every row, a code or name of <see cref="Domain.Channel"/>; null when the table tells.</summary>
    public string? Channel { get; init; }

    /// <summary>The level of every row (国家, 自治区, 市, 旗); null when the table tells.</summary>
    public string? Level { get; init; }

    /// <summary>The period of every row, for example 2024Q4; null when the table tells.</summary>
    public string? Period { get; init; }

    /// <summary>The mapping that a reading used, to be changed or remembered.</summary>
    /// <param name="sheet">A sheet as read.</param>
    public static TableMapping Of(SheetReading sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return new(
            sheet.Shape,
            sheet.Kind,
            [
                .. sheet
                    .Columns.Where(column => column.Heading.Length > 0)
                    .Select(column => new MappedColumn(column.Heading, column.Role, column.Detail)),
            ]
        );
    }

    /// <summary>Reads the JSON form.</summary>
    /// <param name="fileName">Named in messages.</param>
    /// <param name="json">One mapping.</param>
    /// <exception cref="NoticeFormatException">It is no JSON of a mapping, or names a kind, role, channel, level or period that does not exist; the message says which and what there is.</exception>
    public static TableMapping Parse(string fileName, string json)
    {
        try
        {
            var mapping =
                JsonSerializer.Deserialize<TableMapping>(json, s_json)
                ?? throw new NoticeFormatException($"{fileName} 是空的列对应文件。请写明 columns。");
            return Checked(fileName, mapping with { Columns = mapping.Columns ?? [] });
        }
        catch (JsonException fault)
        {
            throw new NoticeFormatException(
                $"{fileName} 不是列对应文件（第 {fault.LineNumber + 1} 行）。应为 JSON，例如 {{\"kind\":\"findings\",\"channel\":\"website\",\"columns\":[{{\"heading\":\"单位\",\"role\":\"unit\"}}]}}。",
                fault
            );
        }
    }

    /// <summary>Writes the JSON form, which <see cref="Parse"/> reads back.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, s_json);

    private static TableMapping Checked(string fileName, TableMapping mapping)
    {
        if (mapping.Kind is { } kind && !TableKind.All.Any(known => known.Code == kind))
        {
            throw new NoticeFormatException(
                $"{fileName} 的 kind “{kind}”不存在，应为 {string.Join("、", TableKind.All.Select(known => known.Code))} 之一。"
            );
        }

        foreach (var column in mapping.Columns)
        {
            if (column?.Heading is null || column.Role is null || ColumnRoles.Find(column.Role) is null)
            {
                throw new NoticeFormatException(
                    $"{fileName} 中列“{column?.Heading}”的 role “{column?.Role}”不存在，应为 {string.Join("、", ColumnRoles.All.Select(role => role.Code))} 之一。"
                );
            }
        }

        var channel = mapping.Channel is null
            ? null
            : CellWords.Channel(mapping.Channel)
                ?? throw new NoticeFormatException(
                    $"{fileName} 的 channel “{mapping.Channel}”不存在，应为 {string.Join("、", Domain.Channel.All.Select(known => known.Code))} 之一。"
                );
        if (mapping.Period is { } period && !Quarter.TryParse(period, out _))
        {
            throw new NoticeFormatException($"{fileName} 的 period “{period}”不是季度，应写成 2024Q4。");
        }

        return mapping with
        {
            Channel = channel,
        };
    }
}

/// <summary>One column of a <see cref="TableMapping"/>.</summary>
/// <param name="Heading">The heading as in <see cref="ColumnMapping.Heading"/>.</param>
/// <param name="Role">A code of <see cref="ColumnRoles.All"/>.</param>
/// <param name="Detail">The target or the category, where the role needs one.</param>
public sealed record MappedColumn(string Heading, string Role, string? Detail = null);
