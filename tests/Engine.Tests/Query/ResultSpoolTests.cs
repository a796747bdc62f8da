using Analytics.Query;

namespace Analytics.Tests.Query;

public sealed class ResultSpoolTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1024 * 1024)]
    [InlineData(3_000_001)]
    public void What_was_added_is_read_again_and_again_small_or_large(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        using var spool = new ResultSpool();
        foreach (var part in bytes.Chunk(100_003))
        {
            spool.Append(part);
        }

        Assert.Equal(length, spool.Length);
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
        var spool = new ResultSpool();
        spool.Append(new byte[2_000_000]);
        using var reading = spool.Open()!;

        spool.Dispose();

        Assert.Null(spool.Open());
        Assert.Equal(100, reading.ReadAtLeast(new byte[100], 100));
    }
}
