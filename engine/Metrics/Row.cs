using System.Data;
using System.Globalization;
using Analytics.Domain;

namespace Analytics.Metrics;

/// <summary>Columns of a result row by name.</summary>
internal static class Row
{
    public static string Text(this IDataRecord row, string column) => TextOrNull(row, column) ?? "";

    public static string? TextOrNull(this IDataRecord row, string column) =>
        row[column] is { } value and not DBNull ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;

    public static Quarter Quarter(this IDataRecord row, string column) => Domain.Quarter.Parse(Text(row, column));

    public static long Long(this IDataRecord row, string column) =>
        Convert.ToInt64(row[column], CultureInfo.InvariantCulture);

    public static long? LongOrNull(this IDataRecord row, string column) =>
        row[column] is { } value and not DBNull ? Convert.ToInt64(value, CultureInfo.InvariantCulture) : null;

    public static int? IntegerOrNull(this IDataRecord row, string column) => (int?)LongOrNull(row, column);

    public static decimal? DecimalOrNull(this IDataRecord row, string column) =>
        row[column] is { } value and not DBNull ? Convert.ToDecimal(value, CultureInfo.InvariantCulture) : null;

    public static bool Flag(this IDataRecord row, string column) => row[column] is true;

    /// <summary>A time as stored, UTC.</summary>
    public static DateTime? TimeOrNull(this IDataRecord row, string column) =>
        row[column] is DateTime time ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : null;

    public static DateOnly? DateOrNull(this IDataRecord row, string column) =>
        row[column] switch
        {
            DateOnly date => date,
            DateTime time => DateOnly.FromDateTime(time),
            _ => null,
        };
}
