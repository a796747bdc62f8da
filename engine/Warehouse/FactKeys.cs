using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Analytics.Domain;

namespace Analytics.Warehouse;

/// <summary>The ids of the facts of one file; rows that are the same by natural key are told apart by their number among equals.</summary>
/// <param name="plan">The file.</param>
internal sealed class FactKeys(LoadPlan plan)
{
    private const int IdLength = 16;
    private const int HashLength = 32;

    private readonly Dictionary<(int NaturalKey, int Texts, int Words), int> _times = new(plan.FactCount);
    private readonly byte[]?[] _prefixes = new byte[plan.Combinations.Count][];
    private readonly byte[] _id = new byte[HashLength];
    private byte[] _key = new byte[1024];

    /// <summary>The id of a fact, valid until the next.</summary>
    /// <param name="combination">Its combination.</param>
    /// <param name="account">The account as written.</param>
    /// <param name="column">The column as written.</param>
    /// <param name="words">The words; those of a notice are left out, for a corrected copy may word them otherwise.</param>
    public ReadOnlySpan<byte> IdOf(int combination, string? account, string? column, string words)
    {
        var shared = plan.Combinations[combination];
        var own = shared.SourceKind == FactSection.Notice ? "" : words;
        var natural = (shared.NaturalKey, HashCode.Combine(account, column), own.GetHashCode(StringComparison.Ordinal));
        ref var times = ref CollectionsMarshal.GetValueRefOrAddDefault(_times, natural, out _);
        times++;

        account ??= IssueCategory.None;
        column ??= "";
        var most = HashLength + IdLength + Encoding.UTF8.GetMaxByteCount(account.Length + column.Length + own.Length);
        if (_key.Length < most)
        {
            _key = new byte[2 * most];
        }

        var length = HashLength;
        (_prefixes[combination] ??= PrefixOf(shared)).CopyTo(_key, 0);
        Add(account, ref length);
        Add(column, ref length);
        Add(own, ref length);
        _key[length++] = (byte)'|';
        Utf8Formatter.TryFormat(times, _key.AsSpan(length), out var digits);
        Hash(_key.AsSpan(0, length + digits), _id);
        return _id.AsSpan(0, IdLength);
    }

    private void Add(string text, ref int length)
    {
        _key[length++] = (byte)'|';
        length += Encoding.UTF8.GetBytes(text, _key.AsSpan(length));
    }

    // Once per combination, not once per row.
    private byte[] PrefixOf(FactCombination shared)
    {
        var fact = shared.Fact;
        var key = string.Join(
            '|',
            plan.File.DocumentKey,
            shared.Quarter,
            shared.Channel,
            fact.Measure,
            shared.Unit,
            fact.Platform ?? IssueCategory.None,
            fact.Category,
            fact.Level,
            fact.Target,
            shared.IsTotal ? "true" : "false"
        );
        var prefix = new byte[HashLength];
        Hash(Encoding.UTF8.GetBytes(key), prefix);
        return prefix;
    }

    [SuppressMessage("Security", "CA5351", Justification = "Names rows, guards nothing; ids in warehouses are MD5.")]
    private static void Hash(ReadOnlySpan<byte> key, Span<byte> hex)
    {
        Span<byte> hash = stackalloc byte[MD5.HashSizeInBytes];
        MD5.HashData(key, hash);
        Convert.TryToHexStringLower(hash, hex, out _);
    }
}
