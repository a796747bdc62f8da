using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Ingest.Tables;

namespace Analytics.Warehouse;

/// <summary>A table's mapping (列对应) as JSON: what is kept with the batch, and what is remembered for the next table of the same shape.</summary>
internal static class MappingText
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The mapping a file was read by: the person's own, else what the reader took each column for; null without one.</summary>
    public static string? Of(LoadFile file) =>
        file.Mapping
        ?? (
            file.Table is null
                ? null
                : JsonSerializer.Serialize(
                    file.Table.Sheets.Select(sheet => new
                    {
                        sheet.Sheet,
                        sheet.Kind,
                        sheet.Shape,
                        sheet.HeaderRow,
                        sheet.Columns,
                    }),
                    s_json
                )
        );

    /// <summary>The shapes whose columns a person has decided, each with its mapping; the period is the file's own and is not remembered.</summary>
    public static IEnumerable<(string Shape, string Mapping)> Decided(LoadFile file) =>
        (file.Table?.Sheets ?? [])
            .Where(sheet => sheet.Kind is not (TableKind.Facts or TableKind.Unknown))
            .Where(sheet => sheet.Columns.Any(column => !column.IsGuess))
            .DistinctBy(sheet => sheet.Shape, StringComparer.Ordinal)
            .Select(sheet =>
            {
                var used = file.Mappings.FirstOrDefault(mapping =>
                    mapping.Shape is null || mapping.Shape == sheet.Shape
                );
                var decided = TableMapping.Of(
                    sheet with
                    {
                        Columns = [.. sheet.Columns.Where(column => !column.IsGuess)],
                    }
                );
                return (sheet.Shape, (decided with { Channel = used?.Channel, Level = used?.Level }).ToJson());
            });
}
