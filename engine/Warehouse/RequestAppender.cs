using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>Writes the requests for disclosure of one file.</summary>
/// <param name="live">The live connection, inside the caller's transaction.</param>
/// <param name="plan">The file.</param>
/// <param name="batch">The batch.</param>
internal sealed class RequestAppender(DuckDBConnection live, LoadPlan plan, long batch)
{
    public void Append()
    {
        using var appender = live.CreateAppender("raw_requests");
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (row, quarter, unit) in plan.Requests)
        {
            // A register's number names a request; without one, the day and the unit do.
            var key = string.Create(
                CultureInfo.InvariantCulture,
                $"{plan.File.DocumentKey}|{row.Number ?? $"{row.ReceivedOn:yyyy-MM-dd}|{unit}"}"
            );
            times[key] = times.GetValueOrDefault(key) + 1;
            appender
                .CreateRow()
                .AppendValue(IdOf(string.Create(CultureInfo.InvariantCulture, $"{key}|{times[key]}")))
                .AppendValue(row.Number)
                .AppendValue(quarter)
                .AppendValue(unit)
                .AppendValue(row.Unit)
                .AppendValue((DateOnly?)row.ReceivedOn)
                .AppendValue(row.AnsweredOn)
                .AppendValue((int?)row.ExtendedDays)
                .AppendValue(row.Result)
                .AppendValue(row.Location)
                .AppendValue(plan.Document)
                .AppendValue((bool?)plan.File.IsSample)
                .AppendValue((long?)batch)
                .EndRow();
        }
    }

    private static string IdOf(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16];
}
