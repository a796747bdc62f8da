using System.Buffers.Binary;
using System.Buffers.Text;
using System.Runtime.InteropServices;
using System.Text;
using Analytics.Domain;

namespace Analytics.Warehouse;

/// <summary>The ids of the facts of one file; rows that are the same by natural key are told apart by their number among equals.</summary>
/// <param name="plan">The file.</param>
internal sealed class FactKeys(LoadPlan plan)
{
    private const int IdLength = 16;
    private const int HashLength = 32;

    // Four bars and a number.
    private const int Separators = 16;

    private readonly HashSet<ulong> _seen = new(plan.FactCount);
    private readonly Dictionary<ulong, int> _times = [];
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
        account ??= IssueCategory.None;
        column ??= "";
        var most =
            HashLength
            + Separators
            + Md5.Padding
            + Encoding.UTF8.GetMaxByteCount(account.Length + column.Length + own.Length);
        if (_key.Length < most)
        {
            _key = new byte[2 * most];
        }

        var length = HashLength;
        (_prefixes[combination] ??= PrefixOf(shared)).CopyTo(_key, 0);
        Add(account, ref length);
        Add(column, ref length);
        Add(own, ref length);
        var first = Number(length, 1);
        if (!_seen.Add(first))
        {
            ref var times = ref CollectionsMarshal.GetValueRefOrAddDefault(_times, first, out _);
            times++;
            Number(length, times + 1);
        }

        return _id.AsSpan(0, IdLength);
    }

    // The id of the key with its number among equals, also as a number.
    private ulong Number(int length, int occurrence)
    {
        _key[length++] = (byte)'|';
        Utf8Formatter.TryFormat(occurrence, _key.AsSpan(length), out var digits);
        return Hash(_key, length + digits, _id);
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
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(key.Length) + Md5.Padding];
        Hash(bytes, Encoding.UTF8.GetBytes(key, bytes), prefix);
        return prefix;
    }

    private static ulong Hash(Span<byte> key, int length, Span<byte> hex)
    {
        Span<byte> hash = stackalloc byte[Md5.Size];
        Md5.Hash(key, length, hash);
        Convert.TryToHexStringLower(hash, hex, out _);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}
