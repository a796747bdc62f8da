using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Analytics.Domain;
using Analytics.Sources;

namespace Analytics.Classify;

/// <summary>A model as a file: a zip of its card, its n-grams and its weights in half precision.</summary>
/// <remarks>The same model gives the same bytes: no time, no name, a fixed order.</remarks>
public static class ModelFile
{
    private const string CardEntry = "card.json";
    private const string GramsEntry = "grams.txt";
    private const string WeightsEntry = "weights.bin";

    // A quarter of a million n-grams in a hundred classes; a file that unpacks to more is none of ours.
    private const int MostBytes = 64 * 1024 * 1024;

    private static readonly DateTimeOffset s_time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The identity of a model: the SHA-256 of its bytes in lower-case hexadecimal.</summary>
    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The bytes of a model.</summary>
    public static byte[] Write(TextModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create))
        {
            Add(zip, CardEntry, JsonSerializer.SerializeToUtf8Bytes(model.Card, s_json));
            Add(zip, GramsEntry, Encoding.UTF8.GetBytes(string.Join('\n', model.Linear.Vocabulary.Grams)));
            Add(zip, WeightsEntry, Weights(model.Linear));
        }

        return buffer.ToArray();
    }

    /// <summary>Reads a model of the disk.</summary>
    /// <param name="path">Its file.</param>
    /// <exception cref="NoticeFormatException">The file is missing, may not be read, or is no model of this version.</exception>
    public static TextModel ReadFile(string path) => Read(Path.GetFileName(path), FileContent.Read(path));

    /// <summary>Reads a model.</summary>
    /// <param name="name">The file's name, for messages.</param>
    /// <param name="bytes">Its content.</param>
    /// <exception cref="NoticeFormatException">The bytes are no model of this version.</exception>
    public static TextModel Read(string name, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes.ToArray()), ZipArchiveMode.Read);
            var card =
                JsonSerializer.Deserialize<ModelCard>(Entry(zip, CardEntry), s_json)
                ?? throw new InvalidDataException();
            var grams = Encoding
                .UTF8.GetString(Entry(zip, GramsEntry))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return new(card, Linear(card, grams, Entry(zip, WeightsEntry)));
        }
        catch (Exception fault)
            when (fault
                    is InvalidDataException
                        or JsonException
                        or ArgumentException
                        or NotSupportedException
                        or EndOfStreamException
            )
        {
            throw new NoticeFormatException(
                $"文件“{name}”不是本程序的分类模型，或者已经损坏。请用 classify train 重新训练，或换一个模型文件。",
                fault
            );
        }
    }

    private static byte[] Weights(LinearModel linear)
    {
        using var buffer = new MemoryStream();
        buffer.Write(MemoryMarshal.AsBytes(linear.Vocabulary.Idf.ToArray().AsSpan()));
        buffer.Write(MemoryMarshal.AsBytes(linear.Weights.Biases));
        // Column by column: a column of zeros, an n-gram that a channel never has, packs well.
        var column = new Half[linear.Vocabulary.Grams.Count];
        for (var at = 0; at < linear.Weights.Width; at++)
        {
            for (var gram = 0; gram < column.Length; gram++)
            {
                column[gram] = (Half)linear.Weights.At(gram, at);
            }

            buffer.Write(MemoryMarshal.AsBytes(column.AsSpan()));
        }

        return buffer.ToArray();
    }

    private static LinearModel Linear(ModelCard card, string[] grams, byte[] bytes)
    {
        var width = card.Heads.Sum(head => head.Width);
        if (bytes.Length != ((grams.Length + width) * sizeof(float)) + (2L * grams.Length * width))
        {
            throw new InvalidDataException();
        }

        var floats = MemoryMarshal.Cast<byte, float>(bytes.AsSpan(0, (grams.Length + width) * sizeof(float)));
        var halves = MemoryMarshal.Cast<byte, Half>(bytes.AsSpan((grams.Length + width) * sizeof(float)));
        var weights = new float[grams.Length * width];
        for (var i = 0; i < halves.Length; i++)
        {
            weights[(i % grams.Length * width) + (i / grams.Length)] = (float)halves[i];
        }

        return new(
            new(grams, floats[..grams.Length].ToArray()),
            card.Heads,
            new(weights, floats[grams.Length..].ToArray())
        );
    }

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = s_time;
        using var stream = entry.Open();
        stream.Write(bytes);
    }

    private static byte[] Entry(ZipArchive zip, string name)
    {
        if (zip.GetEntry(name) is not { Length: <= MostBytes } entry)
        {
            throw new InvalidDataException();
        }

        // The length in the head of an entry may lie: never read more than it says.
        var bytes = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(bytes);
        return bytes;
    }
}
