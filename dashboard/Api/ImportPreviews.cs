using System.Collections.Concurrent;
using System.Security.Cryptography;
using Analytics.Warehouse;

namespace Analytics.Dashboard.Api;

/// <summary>Uploads that wait to be confirmed: a few, and not for long.</summary>
/// <param name="clock">Tells how long they wait.</param>
internal sealed class ImportPreviews(TimeProvider clock)
{
    private const int MaxWaiting = 20;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<
        string,
        (IReadOnlyList<LoadFile> Files, string By, DateTimeOffset At)
    > _waiting = new(StringComparer.Ordinal);

    public string Keep(IReadOnlyList<LoadFile> files, string by)
    {
        var now = clock.GetUtcNow();
        var old = _waiting
            .OrderByDescending(pair => pair.Value.At)
            .Where((pair, index) => now - pair.Value.At > s_patience || index >= MaxWaiting - 1);
        foreach (var (id, _) in old.ToList())
        {
            _waiting.TryRemove(id, out _);
        }

        var made = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        _waiting[made] = (files, by, now);
        return made;
    }

    public (IReadOnlyList<LoadFile> Files, string By)? Take(string id) =>
        _waiting.TryRemove(id, out var kept) && clock.GetUtcNow() - kept.At <= s_patience
            ? (kept.Files, kept.By)
            : null;
}

/// <summary>What an upload would change.</summary>
/// <param name="Id">Confirms it within half an hour.</param>
/// <param name="Report">The report of a trial run.</param>
internal sealed record ImportPreview(string Id, LoadReport Report);
