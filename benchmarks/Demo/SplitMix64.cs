using System.Text;

namespace Analytics.Benchmarks.Demo;

/// <summary>The generator SplitMix64 (Steele, Lea and Flood, 2014): 64 bits of state, integers only, so that its draws hold for ever.</summary>
/// <remarks>System.Random promises no sequence across runtimes, and floating point none across processors.</remarks>
internal sealed class SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A stream of its own for a purpose: what another purpose draws does not move it.</summary>
    /// <param name="seed">The seed of the whole run.</param>
    /// <param name="purpose">For example <c>2022Q1/website</c>; hashed with FNV-1a over its UTF-8 bytes.</param>
    public static SplitMix64 For(ulong seed, string purpose)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var octet in Encoding.UTF8.GetBytes(purpose))
        {
            hash = (hash ^ octet) * 0x100000001B3;
        }

        return new(seed ^ hash);
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>A number from 0 to below <paramref name="bound"/>.</summary>
    public int Below(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>One of some items, each as likely as its weight; the weights must not all be 0.</summary>
    public T Pick<T>(IReadOnlyList<T> items, Func<T, int> weightOf)
    {
        var left = Below(items.Sum(weightOf));
        foreach (var item in items)
        {
            left -= weightOf(item);
            if (left < 0)
            {
                return item;
            }
        }

        throw new InvalidOperationException("No item has a weight.");
    }

    /// <summary>Puts a list into a random order (Fisher and Yates).</summary>
    public void Shuffle<T>(IList<T> items)
    {
        for (var last = items.Count - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (items[last], items[other]) = (items[other], items[last]);
        }
    }
}
