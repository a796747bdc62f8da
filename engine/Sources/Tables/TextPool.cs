namespace Analytics.Sources.Tables;

/// <summary>One string for equal short cells: units, dates and counts repeat in every row of a long table.</summary>
internal sealed class TextPool
{
    private const int LongestPooled = 24;
    private const int Slots = 8192;

    private readonly string?[] _slots = new string?[Slots];

    /// <summary>The string of some characters; the one made before when it is still at hand.</summary>
    public string Take(char[] buffer, int offset, int length)
    {
        if (length == 0)
        {
            return "";
        }

        var characters = buffer.AsSpan(offset, length);
        if (length > LongestPooled)
        {
            return characters.ToString();
        }

        ref var slot = ref _slots[string.GetHashCode(characters, StringComparison.Ordinal) & (Slots - 1)];
        if (slot is null || !characters.SequenceEqual(slot))
        {
            slot = characters.ToString();
        }

        return slot;
    }
}
