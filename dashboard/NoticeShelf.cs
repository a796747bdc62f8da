using System.Collections.Concurrent;
using Analytics.Domain;
using Analytics.Metrics;
using Analytics.Sources;
using Analytics.Warehouse;

namespace Analytics.Dashboard;

/// <summary>The texts of loaded notices (通报原文), read again from the files that the warehouse keeps by hash; personal data is masked by the reader.</summary>
/// <param name="sources">The files that were loaded.</param>
/// <param name="reader">Reads a file and masks personal data without changing a length, so that spans stay right.</param>
public sealed class NoticeShelf(SourceStore sources, ISourceReader reader)
{
    // A year of quarterly notices of a few offices; the same bytes always read the same.
    private const int MostKept = 64;

    private readonly ConcurrentDictionary<(string Sha256, Quarter Quarter), Lazy<Notice?>> _read = new();

    /// <summary>A notice in force with its text.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="id">The notice's id.</param>
    /// <returns>Null when no notice in force has that id; <see cref="ShelvedNotice.Content"/> is null when its file is gone.</returns>
    /// <exception cref="NoticeFormatException">The file can no longer be read; the message says why.</exception>
    public ShelvedNotice? Find(Snapshot snapshot, string id)
    {
        if (Notices.All(snapshot).FirstOrDefault(notice => notice.Id == id) is not { } row)
        {
            return null;
        }

        if (_read.Count >= MostKept)
        {
            _read.Clear();
        }

        var key = (row.Sha256, row.Quarter);
        var notice = _read.GetOrAdd(key, _ => new Lazy<Notice?>(() => Read(row)));
        try
        {
            return new ShelvedNotice(row, notice.Value);
        }
        finally
        {
            if (!notice.IsValueCreated || notice.Value is null)
            {
                // What could not be read may be there the next time.
                _read.TryRemove(key, out _);
            }
        }
    }

    private Notice? Read(NoticeRow row)
    {
        if (sources.Find(row.Sha256, row.FileName) is not { } bytes)
        {
            return null;
        }

        var source = reader.Read(row.FileName, bytes);
        return
            source.Sha256 == row.Sha256
            && LoadFile.Understand(source, new LoadFileOptions { Quarter = row.Quarter }).Notice is { } notice
            ? Masked(notice)
            : null;
    }

    // The reader masks the file's lines; a number that was broken over two of them is whole only now. Lengths stay, so spans do.
    private static Notice Masked(Notice notice) =>
        notice with
        {
            Text = PersonalData.Mask(notice.Text),
            Facts = [.. notice.Facts.Select(fact => fact with { Words = PersonalData.Mask(fact.Words) })],
            Discrepancies =
            [
                .. notice.Discrepancies.Select(found => found with { Words = PersonalData.Mask(found.Words) }),
            ],
            Unrecognised =
            [
                .. notice.Unrecognised.Select(clause => clause with { Words = PersonalData.Mask(clause.Words) }),
            ],
        };
}

/// <summary>A notice in force and what its text says.</summary>
/// <param name="Row">The head as it was loaded.</param>
/// <param name="Content">Text, facts, checks and discrepancies; null when the file is gone from the warehouse's folder.</param>
public sealed record ShelvedNotice(NoticeRow Row, Notice? Content);
