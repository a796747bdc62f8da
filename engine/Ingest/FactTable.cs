using System.Globalization;
using System.Text;
using Analytics.Domain;
using Sylvan.Data.Csv;

namespace Analytics.Ingest;

/// <summary>Facts as a table (数据表): the CSV that <c>read --format csv</c> prints and <c>load</c> takes.</summary>
/// <param name="IsSample">Whether the table is marked as sample data (示例数据).</param>
/// <param name="Facts">One fact a row; the place is the row's line.</param>
public sealed record FactTable(bool IsSample, IReadOnlyList<Fact> Facts)
{
    /// <summary>The largest table that is read, in bytes.</summary>
    public const int MaxBytes = 64 * 1024 * 1024;

    private static readonly string[] s_required = ["channel", "measure", "period"];

    /// <summary>Reads a table.</summary>
    /// <param name="fileName">Named in messages.</param>
    /// <param name="bytes">The file, UTF-8 with or without a byte order mark.</param>
    /// <exception cref="NoticeFormatException">The file is no such table; the message names row, column, value and cure.</exception>
    public static FactTable Read(string fileName, byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        if (bytes.Length > MaxBytes)
        {
            throw new NoticeFormatException(
                $"{fileName} 有 {bytes.Length / 1048576} MB，超过上限 {MaxBytes / 1048576} MB。请按季度拆分后再加载。"
            );
        }

        try
        {
            using var text = new StreamReader(
                new MemoryStream(bytes),
                new UTF8Encoding(false, throwOnInvalidBytes: true)
            );
            using var reader = CsvDataReader.Create(text);
            return Read(fileName, reader);
        }
        catch (Exception exception) when (exception is CsvFormatException or DecoderFallbackException)
        {
            throw new NoticeFormatException(
                $"{fileName} 不是 UTF-8 编码、逗号分隔的表格：{exception.Message} 请用表格软件另存为 “CSV UTF-8”。",
                exception
            );
        }
    }

    private static FactTable Read(string fileName, CsvDataReader reader)
    {
        var columns = Enumerable
            .Range(0, reader.FieldCount)
            .ToDictionary(reader.GetName, ordinal => ordinal, StringComparer.Ordinal);
        var missing = s_required.Where(column => !columns.ContainsKey(column)).ToList();
        if (missing.Count > 0)
        {
            throw new NoticeFormatException(
                $"{fileName} 缺少列 {string.Join("、", missing)}。数据表的列与 read --format csv 的输出相同，第一行是列名。"
            );
        }

        var facts = new List<Fact>();
        var samples = 0;
        while (reader.Read())
        {
            var row = new Row(fileName, reader, columns);
            samples += row.Text("sample") == "true" ? 1 : 0;
            facts.Add(row.ToFact());
        }

        if (facts.Count == 0)
        {
            throw new NoticeFormatException($"{fileName} 只有列名，没有数据行。");
        }

        return samples == 0 || samples == facts.Count
            ? new FactTable(samples > 0, facts)
            : throw new NoticeFormatException(
                $"{fileName} 的 sample 列有的行是 true，有的不是。示例数据与真实数据不能放在同一个文件里。"
            );
    }

    private readonly struct Row(string fileName, CsvDataReader reader, Dictionary<string, int> columns)
    {
        public string? Text(string column) =>
            columns.TryGetValue(column, out var ordinal) && reader.GetString(ordinal).Trim() is { Length: > 0 } text
                ? text
                : null;

        public Fact ToFact()
        {
            var channel = Text("channel");
            if (!Channel.All.Any(known => known.Code == channel))
            {
                throw Wrong(
                    "channel",
                    channel,
                    $"应为 {string.Join("、", Channel.All.Select(known => known.Code))} 之一"
                );
            }

            var fact = new Fact
            {
                Channel = channel,
                Measure = Text("measure") ?? throw Wrong("measure", null, "不能为空"),
                Period = Text("period") ?? throw Wrong("period", null, "不能为空，例如 2024Q4"),
                Unit = Text("unit"),
                Group = Text("group"),
                Platform = Text("platform"),
                Account = Text("account"),
                Category = Text("category"),
                Column = Text("column"),
                Target = Text("target"),
                Level = Text("level"),
                Count = Number("count"),
                Rate = Number("rate"),
                Value = Number("value"),
                StatedUnit = Text("statedUnit"),
                Basis = Text("basis"),
                Comparator = Text("comparator"),
                Score = Number("score"),
                Rank = (int?)Number("rank"),
                Location = string.Create(CultureInfo.InvariantCulture, $"第{reader.RowNumber + 1}行"),
                Words = Text("words") ?? "",
            };
            return fact.Number is not null
                ? fact
                : throw Wrong("count", null, "count、rate、value、score 中应有一个数字");
        }

        private decimal? Number(string column)
        {
            var text = Text(column);
            if (text is null)
            {
                return null;
            }

            return
                decimal.TryParse(
                    text,
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                && Math.Abs(number) <= 1_000_000_000
                ? number
                : throw Wrong(column, text, "应为不超过十亿的数字");
        }

        private NoticeFormatException Wrong(string column, string? value, string expected) =>
            new($"{fileName} 第 {reader.RowNumber + 1} 行 {column} 列 “{value}”：{expected}。");
    }
}
