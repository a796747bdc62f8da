using Analytics.Warehouse;
using DuckDB.NET.Data;

namespace Analytics.Tests.Warehouse;

public sealed class DuckDbTests
{
    // The driver's stream is a window into the result's memory. Read after the reader was closed, as ExecuteScalar gives it, about a quarter
    // of these reads found other bytes.
    [Fact]
    public async Task A_blob_is_whole_however_many_read_beside_it()
    {
        const int blobs = 20;
        const int size = 300_000;
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var source = $"Data Source={Path.Combine(folder.FullName, "blobs.duckdb")};memory_limit=96MB";
            using var first = new DuckDBConnection(source);
            first.Open();
            first.Execute("create table files (id integer, file blob)");
            for (var id = 0; id < blobs; id++)
            {
                first.Execute("insert into files values ($1, $2)", id, Filled(id));
            }

            var wrong = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => CountWrong(source))));

            Assert.Equal(0, wrong.Sum());
            Assert.Null(first.Bytes("select file from files where id = $1", blobs));
            Assert.Null(first.Bytes("select null::blob"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        static byte[] Filled(int id)
        {
            var bytes = new byte[size];
            Array.Fill(bytes, (byte)(id + 1));
            return bytes;
        }

        static int CountWrong(string source)
        {
            using var connection = new DuckDBConnection(source);
            connection.Open();
            var wrong = 0;
            for (var read = 0; read < 40 * blobs; read++)
            {
                var id = read % blobs;
                var bytes = connection.Bytes("select file from files where id = $1", id);
                wrong += bytes is { Length: size } && !bytes.AsSpan().ContainsAnyExcept((byte)(id + 1)) ? 0 : 1;
            }

            return wrong;
        }
    }
}
