using Analytics.Domain;

namespace Analytics.Sources.Worker;

/// <summary>The worker's answer on the wire: a kind, its parts, and an end mark, so that a cut answer is never taken for a whole one.</summary>
/// <remarks>
/// Strings are UTF-8 after their length. A refusal is its message; a text is encoding, text and places; a table is encoding and sheets, a sheet
/// its name and its rows, each after a 1, then a 0; or a 2 and a refusal, for a fault may show on any row. The bytes and the hash do not go back: who asked has them.
/// </remarks>
internal static class WorkerAnswer
{
    private const byte Refused = 1;
    private const byte OfText = 2;
    private const byte OfTable = 3;
    private const byte End = 0xE5;

    private const byte NoMoreRows = 0;
    private const byte OneRow = 1;
    private const byte RowsRefused = 2;

    /// <summary>Writes a refusal.</summary>
    public static void WriteRefusal(BinaryWriter writer, string message)
    {
        writer.Write(Refused);
        writer.Write(message);
        writer.Write(End);
    }

    /// <summary>Writes a file; the rows of a table as they come.</summary>
    public static void Write(BinaryWriter writer, SourceFile file)
    {
        switch (file)
        {
            case SourceText text:
                WriteText(writer, text);
                break;
            case SourceTable table:
                WriteTable(writer, table);
                break;
            default:
                throw new ArgumentException($"There is no answer for {file.GetType()}.", nameof(file));
        }

        writer.Write(End);
    }

    /// <summary>Reads an answer; rows of a table are decoded each time they are asked for.</summary>
    /// <param name="answer">The whole answer.</param>
    /// <param name="asked">What was asked.</param>
    /// <param name="sha256">The hash of the bytes.</param>
    /// <exception cref="NoticeFormatException">The worker refused the file.</exception>
    /// <exception cref="EndOfStreamException">The answer is cut off.</exception>
    /// <exception cref="InvalidDataException">This is no answer.</exception>
    public static SourceFile Read(AnswerFile answer, WorkerRequest asked, string sha256)
    {
        using var reader = answer.OpenAt(0);
        switch (reader.ReadByte())
        {
            case Refused:
                throw new NoticeFormatException(reader.ReadString());
            case OfText:
                var encoding = reader.ReadString();
                var text = reader.ReadString();
                var places = reader.ReadBoolean() ? ReadPlaces(reader) : null;
                Expect(reader, End);
                return new SourceText(asked.FileName, asked.Bytes, sha256, text, encoding) { Locations = places };
            case OfTable:
                return ReadTable(answer, reader, asked, sha256);
            default:
                throw new InvalidDataException("The answer begins with no kind.");
        }
    }

    private static void WriteText(BinaryWriter writer, SourceText text)
    {
        writer.Write(OfText);
        writer.Write(text.Encoding);
        writer.Write(text.Text);
        writer.Write(text.Locations is not null);
        if (text.Locations is { } places)
        {
            writer.Write(places.Count);
            foreach (var place in places)
            {
                writer.Write(place);
            }
        }
    }

    private static List<string> ReadPlaces(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        var places = new List<string>();
        for (var i = 0; i < count; i++)
        {
            // Neighbours mostly share their place; one string is kept for them.
            var place = reader.ReadString();
            places.Add(i > 0 && places[^1] == place ? places[^1] : place);
        }

        return places;
    }

    private static void WriteTable(BinaryWriter writer, SourceTable table)
    {
        writer.Write(OfTable);
        writer.Write(table.Encoding);
        writer.Write(table.Sheets.Count);
        foreach (var sheet in table.Sheets)
        {
            writer.Write(sheet.Name);
            if (WriteRows(writer, sheet.Rows, table.FileName) is { } refusal)
            {
                writer.Write(RowsRefused);
                writer.Write(refusal);
                return;
            }

            writer.Write(NoMoreRows);
        }
    }

    private static string? WriteRows(BinaryWriter writer, IEnumerable<SourceRow> rows, string fileName)
    {
        try
        {
            foreach (var row in rows)
            {
                writer.Write(OneRow);
                writer.Write7BitEncodedInt(row.Number);
                writer.Write7BitEncodedInt(row.Cells.Length);
                foreach (var cell in row.Cells)
                {
                    writer.Write(cell);
                }
            }

            return null;
        }
        catch (NoticeFormatException refused)
        {
            return refused.Message;
        }
        catch (OutOfMemoryException)
        {
            return WorkerRefusals.OutOfMemory(fileName);
        }
    }

    private static SourceTable ReadTable(AnswerFile answer, BinaryReader reader, WorkerRequest asked, string sha256)
    {
        var encoding = reader.ReadString();
        var count = reader.ReadInt32();
        var sheets = new List<SourceSheet>();
        for (var i = 0; i < count; i++)
        {
            var name = reader.ReadString();
            var start = reader.BaseStream.Position;
            sheets.Add(new(name, Rows(answer, start)));

            // Once through to find the next sheet: it also proves that every row is whole.
            while (SkipRow(reader)) { }
        }

        Expect(reader, End);
        return new(asked.FileName, asked.Bytes, sha256, encoding, sheets);
    }

    private static IEnumerable<SourceRow> Rows(AnswerFile answer, long start)
    {
        using var reader = answer.OpenAt(start);
        while (reader.ReadByte() == OneRow)
        {
            var number = reader.Read7BitEncodedInt();
            var cells = new string[Count(reader)];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = reader.ReadString();
            }

            yield return new(number, cells);
        }
    }

    private static bool SkipRow(BinaryReader reader)
    {
        switch (reader.ReadByte())
        {
            case OneRow:
                break;
            case NoMoreRows:
                return false;
            case RowsRefused:
                throw new NoticeFormatException(reader.ReadString());
            default:
                throw new InvalidDataException("There is neither a row nor the end of a sheet.");
        }

        reader.Read7BitEncodedInt();
        for (var cells = Count(reader); cells > 0; cells--)
        {
            reader.BaseStream.Seek(Count(reader), SeekOrigin.Current);
        }

        return true;
    }

    private static int Count(BinaryReader reader) =>
        reader.Read7BitEncodedInt() is var count and >= 0
            ? count
            : throw new InvalidDataException("A count is below zero.");

    private static void Expect(BinaryReader reader, byte mark)
    {
        if (reader.ReadByte() != mark)
        {
            throw new InvalidDataException("The answer does not end with its mark.");
        }
    }
}
