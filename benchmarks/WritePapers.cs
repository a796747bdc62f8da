using System.IO.Compression;
using System.Text;
using Analytics.Export;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace Analytics.Benchmarks;

/// <summary>What do a sheet and a document of a ranking cost to write, formats, print set-up and seal included, against the same text written bare into a zip?</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class WritePapers
{
    private static readonly string[] s_heads = ["名次", "单位", "得分", "结果"];
    private static readonly FileProperties s_properties = new("排名", DateTime.UnixEpoch);
    private IReadOnlyList<IReadOnlyList<string>> _rows = [];

    /// <summary>Units: a banner's, and many.</summary>
    [Params(60, 2_000)]
    public int Rows { get; set; }

    /// <summary>Makes the rows, which is not measured.</summary>
    [GlobalSetup]
    public void MakeRows() =>
        _rows = [
            .. Enumerable
                .Range(1, Rows)
                .Select(rank =>
                    (IReadOnlyList<string>)[$"{rank}", $"第{rank}个单位", $"{100 - (rank * 0.01m)}", "合格"]
                ),
        ];

    /// <summary>The limit: their text in a zip.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("xlsx")]
    public byte[] BareSheet() => Bare("sheet1.xml");

    /// <summary>A workbook of them.</summary>
    [Benchmark, BenchmarkCategory("xlsx")]
    public byte[] Sheet() =>
        Workbook.Write(
            [new WorkbookSheet("排名", [.. s_heads.Select(head => new SheetColumn(head))], _rows)],
            s_properties
        );

    /// <summary>The limit: their text in a zip.</summary>
    [Benchmark(Baseline = true), BenchmarkCategory("docx")]
    public byte[] BareDocument() => Bare("document.xml");

    /// <summary>A document with a table of them.</summary>
    [Benchmark, BenchmarkCategory("docx")]
    public byte[] OfficialDocument() =>
        Document.Write(
            new OfficialDocument(
                "排名",
                [new DocumentTable([.. s_heads.Select(head => new DocumentColumn(head))], _rows)]
            ),
            s_properties
        );

    private byte[] Bare(string name)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var to = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false)))
        {
            foreach (var cell in _rows.SelectMany(row => row))
            {
                to.Write("<c><t>");
                to.Write(cell);
                to.Write("</t></c>");
            }
        }

        return stream.ToArray();
    }
}
