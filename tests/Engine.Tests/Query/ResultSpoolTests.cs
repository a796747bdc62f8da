using Analytics.Query;

namespace Analytics.Tests.Query;

public sealed class ResultSpoolTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(1024 * 1024, 1)]
    [InlineData(1024 * 1024, 3_000_001)]
    public void What_was_added_is_read_again_and_again_small_or_large(int inMemory, int inFile)
    {
        var bytes = new byte[inMemory + inFile];
        new Random(7).NextBytes(bytes);
        using var spool = Spool(bytes, inMemory);

        Assert.Equal(bytes.Length, spool.Length);
        for (var time = 0; time < 2; time++)
        {
            using var stream = spool.Open()!;
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            Assert.Equal(bytes, copy.ToArray());
        }
    }

    [Fact]
    public void A_reader_reads_on_after_the_result_was_let_go_and_no_new_one_begins()
    {
        var spool = Spool(new byte[2_000_000], 1000);
        using var reading = spool.Open()!;

        spool.Dispose();

        Assert.Null(spool.Open());
        Assert.Equal(100_000, reading.ReadAtLeast(new byte[100_000], 100_000));
    }

    private static ResultSpool Spool(byte[] bytes, int inMemory)
    {
        var spool = new ResultSpool();
        foreach (var part in bytes.Take(inMemory).Chunk(100_003))
        {
            spool.Append(part);
        }

        if (bytes.Length > inMemory)
        {
            var path = Path.Combine(Path.GetTempPath(), "analytics-test-" + Path.GetRandomFileName());
            File.WriteAllBytes(path, bytes[inMemory..]);
            spool.TakeOver(path);
            Assert.True(OperatingSystem.IsWindows() || !File.Exists(path));
        }

        return spool;
    }
}
