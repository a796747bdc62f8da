using Analytics.Domain;
using Analytics.Ingest;
using Analytics.Sources;
using BenchmarkDotNet.Attributes;

namespace Analytics.Benchmarks;

/// <summary>How long does a notice take to read and audit, against merely finding its digits?</summary>
[MemoryDiagnoser]
public class ReadNotice
{
    private SourceText _source = null!;

    /// <summary>The notice of 2024 Q4 once, and a paper with ten and a hundred of its finding sections.</summary>
    [Params(1, 10, 100)]
    public int Sections { get; set; }

    /// <summary>Makes the text, which is not measured.</summary>
    [GlobalSetup]
    public void MakeText()
    {
        var path = Path.Combine(DataFolder.Path, "notices", "2024Q4", "notice.txt");
        var notice = (SourceText)SourceReader.ReadFile(path);
        var start = notice.Text.IndexOf("（三）", StringComparison.Ordinal);
        var end = notice.Text.IndexOf("三、工作要求", StringComparison.Ordinal);
        var section = notice.Text[start..end];
        var text = notice.Text.Insert(end, string.Concat(Enumerable.Repeat(section, Sections - 1)));
        _source = notice with { Text = text };
    }

    /// <summary>The limit of anything that looks at every character once.</summary>
    [Benchmark(Baseline = true)]
    public int FindDigits()
    {
        var numbers = 0;
        var inside = false;
        foreach (var character in _source.Text)
        {
            var digit = char.IsAsciiDigit(character);
            numbers += digit && !inside ? 1 : 0;
            inside = digit;
        }

        return numbers;
    }

    /// <summary>Text to facts, checks and discrepancies.</summary>
    [Benchmark]
    public Notice Read() => NoticeReader.Read(_source);
}
