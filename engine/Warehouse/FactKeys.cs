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
    // A bar and a number.
    private const int NumberLength = 12;

    private readonly HashSet<ulong> _seen = new(plan.FactCount);
    private readonly Dictionary<ulong, int> _times = [];
    private readonly byte[]?[] _prefixes = new byte[plan.Combinations.Count][];
    private readonly byte[] _hash = new byte[Md5.Size];
    private byte[] _key = new byte[1024];

    /// <summary>The id of a fact as a number: the first eight bytes of the hash, the first of them the highest.</summary>
    /// <param name="combination">Its combination.</param>
    /// <param name="words">The words; those of a notice are left out, for a corrected copy may word them otherwise.</param>
    public ulong NumberOf(int combination, string words)
    {
        var shared = plan.Combinations[combination];
        var prefix = _prefixes[combination] ??= PrefixOf(shared);
        var own = shared.SourceKind == FactSection.Notice ? "" : words;
        var most = prefix.Length + Encoding.UTF8.GetMaxByteCount(own.Length) + NumberLength + Md5.Padding;
        if (_key.Length < most)
        {
            _key = new byte[2 * most];
        }

        prefix.CopyTo(_key, 0);
        var length = prefix.Length + Encoding.UTF8.GetBytes(own, _key.AsSpan(prefix.Length));
        var number = NumberOf(length, 1);
        if (!_seen.Add(number))
        {
            ref var times = ref CollectionsMarshal.GetValueRefOrAddDefault(_times, number, out _);
            times++;
            number = NumberOf(length, times + 1);
        }

        return number;
    }

    // Of the key with the number among equals behind it.
    private ulong NumberOf(int length, int occurrence)
    {
        _key[length++] = (byte)'|';
        Utf8Formatter.TryFormat(occurrence, _key.AsSpan(length), out var digits);
        Md5.Hash(_key, length + digits, _hash);
        return BinaryPrimitives.ReadUInt64BigEndian(_hash);
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
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(key.Length) + Md5.Padding];
        Md5.Hash(bytes, Encoding.UTF8.GetBytes(key, bytes), _hash);
        return Encoding.UTF8.GetBytes(
            $"{Convert.ToHexStringLower(_hash)}|{fact.Account ?? IssueCategory.None}|{fact.Column}|"
        );
    }
}
