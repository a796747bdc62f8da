using System.Globalization;
using Analytics.Warehouse;

namespace Analytics.Tests.Warehouse;

/// <summary>Every row of every published relation as text, except the list of batches itself.</summary>
internal static class PublishedState
{
    public static SortedDictionary<string, IReadOnlyList<string>> Of(TestWarehouse warehouse)
    {
        using var snapshot = warehouse.Open();
        var state = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var relation in SqlCatalog.Embedded.Of(SqlLayer.Marts).Select(file => file.Name))
        {
            if (relation != "batches")
            {
                state[relation] = snapshot.Query($"from {relation} order by all", Print);
            }
        }

        foreach (var macro in new[] { "ranking(null, null)", "score_lines(null, null)", "adoption_rate(null)" })
        {
            state[macro] = snapshot.Query($"from {macro} order by all", Print);
        }

        return state;
    }

    private static string Print(System.Data.IDataRecord row) =>
        string.Join(
            '|',
            Enumerable
                .Range(0, row.FieldCount)
                .Select(column =>
                    row[column] is System.Collections.IEnumerable and not string
                        ? string.Join(',', ((System.Collections.IEnumerable)row[column]).Cast<object>())
                        : Convert.ToString(row[column], CultureInfo.InvariantCulture)
                )
        );
}
