using System.Data;
using System.Globalization;
using DuckDB.NET.Data;

namespace Analytics.Warehouse;

/// <summary>Short forms for talking to DuckDB; the only file that knows its command classes besides the appender's user.</summary>
internal static class DuckDb
{
    /// <summary>Runs statements without parameters.</summary>
    public static void Execute(this DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Runs one statement with positional parameters ($1, $2 …).</summary>
    public static int Execute(this DuckDBConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Prepare(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Runs one query and maps each row.</summary>
    public static List<T> Query<T>(
        this DuckDBConnection connection,
        string sql,
        Func<IDataRecord, T> map,
        params ReadOnlySpan<object?> values
    )
    {
        using var command = connection.Prepare(sql, values);
        return Read(command, map);
    }

    /// <summary>Runs one query and maps each row as it is asked for.</summary>
    public static IEnumerable<T> Stream<T>(
        this DuckDBConnection connection,
        string sql,
        Func<IDataRecord, T> map,
        object?[] values
    )
    {
        using var command = connection.Prepare(sql, values);
        command.UseStreamingMode = true;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return map(reader);
        }
    }

    /// <summary>Runs one statement with named parameters ($batch).</summary>
    public static int ExecuteNamed(
        this DuckDBConnection connection,
        string sql,
        params ReadOnlySpan<(string Name, object? Value)> values
    )
    {
        using var command = connection.PrepareNamed(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Runs one query with named parameters and maps each row.</summary>
    public static List<T> QueryNamed<T>(
        this DuckDBConnection connection,
        string sql,
        Func<IDataRecord, T> map,
        params ReadOnlySpan<(string Name, object? Value)> values
    )
    {
        using var command = connection.PrepareNamed(sql, values);
        return Read(command, map);
    }

    /// <summary>The first column of the first row; null when there is none.</summary>
    public static object? Scalar(this DuckDBConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        using var command = connection.Prepare(sql, values);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>
    /// A BLOB in the first column of the first row; null when there is none. It is copied while the row stands: the stream the driver gives is
    /// a window into the result's memory, which is freed with it.
    /// </summary>
    public static byte[]? Bytes(this DuckDBConnection connection, string sql, params ReadOnlySpan<object?> values)
    {
        var rows = connection.Query(sql, row => row.IsDBNull(0) ? null : Copy((Stream)row.GetValue(0)), values);
        return rows is [var first, ..] ? first : null;

        static byte[] Copy(Stream window)
        {
            using (window)
            {
                var bytes = new byte[window.Length];
                window.ReadExactly(bytes);
                return bytes;
            }
        }
    }

    /// <summary>A number in the first column of the first row; 0 when there is none.</summary>
    public static long Count(this DuckDBConnection connection, string sql, params ReadOnlySpan<object?> values) =>
        Convert.ToInt64(connection.Scalar(sql, values) ?? 0L, CultureInfo.InvariantCulture);

    private static List<T> Read<T>(DuckDBCommand command, Func<IDataRecord, T> map)
    {
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(map(reader));
        }

        return rows;
    }

    private static DuckDBCommand Prepare(this DuckDBConnection connection, string sql, ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var value in values)
        {
            command.Parameters.Add(new DuckDBParameter(value ?? DBNull.Value));
        }

        return command;
    }

    private static DuckDBCommand PrepareNamed(
        this DuckDBConnection connection,
        string sql,
        ReadOnlySpan<(string Name, object? Value)> values
    )
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.Add(new DuckDBParameter(name, value ?? DBNull.Value));
        }

        return command;
    }

    /// <summary>A text as an SQL literal, for statements that take no parameters (ATTACH, COMMENT).</summary>
    public static string Literal(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";
}
