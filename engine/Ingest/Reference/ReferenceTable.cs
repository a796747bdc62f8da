using System.Text;
using Analytics.Domain;
using Sylvan.Data.Csv;

namespace Analytics.Ingest.Reference;

/// <summary>Reads a reference table of <c>data/reference</c>: UTF-8, a head row, every named column there.</summary>
internal static class ReferenceTable
{
    /// <summary>All rows as the values of the wanted columns, in the order asked for.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">The columns that must be there; others are ignored. One that ends in ? may be missing and is then empty.</param>
    /// <exception cref="NoticeFormatException">The file is missing, is no CSV, or lacks a column; the message says which.</exception>
    public static List<string[]> Read(string path, params string[] columns)
    {
        if (!File.Exists(path))
        {
            throw new NoticeFormatException($"缺少参考数据文件 {path}。请从安装包的 data 文件夹中复制一份。");
        }

        try
        {
            using var text = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            using var reader = CsvDataReader.Create(text);
            var ordinals = columns.Select(column => Find(reader, column, path)).ToArray();
            var rows = new List<string[]>();
            while (reader.Read())
            {
                rows.Add([.. ordinals.Select(ordinal => ordinal < 0 ? "" : reader.GetString(ordinal).Trim())]);
            }

            return rows;
        }
        catch (Exception exception) when (exception is CsvFormatException or DecoderFallbackException)
        {
            throw new NoticeFormatException(
                $"{path} 不是 UTF-8 编码、逗号分隔的表格：{exception.Message} 请用表格软件另存为 “CSV UTF-8”。",
                exception
            );
        }
    }

    private static int Find(CsvDataReader reader, string column, string path)
    {
        var isOptional = column.EndsWith('?');
        column = column.TrimEnd('?');
        for (var ordinal = 0; ordinal < reader.FieldCount; ordinal++)
        {
            if (reader.GetName(ordinal) == column)
            {
                return ordinal;
            }
        }

        return isOptional ? -1 : throw new NoticeFormatException($"{path} 缺少列 “{column}”。请在第一行补上这一列。");
    }
}
