using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Analytics.Warehouse;

namespace Analytics.Tests.Warehouse;

public sealed class Md5Tests
{
    [Fact]
    [SuppressMessage("Security", "CA5351", Justification = "It is what the ids of facts are compared with.")]
    public void It_says_what_the_platform_says_for_every_length_around_its_blocks()
    {
        var random = new Random(20241231);
        var hash = new byte[Md5.Size];
        for (var length = 0; length < 300; length++)
        {
            var key = new byte[length + Md5.Padding];
            random.NextBytes(key);
            var expected = MD5.HashData(key.AsSpan(0, length));

            Md5.Hash(key, length, hash);

            Assert.Equal(expected, hash);
        }
    }

    [Fact]
    public void It_says_what_the_standard_says()
    {
        var key = new byte[3 + Md5.Padding];
        Encoding.ASCII.GetBytes("abc", key);
        var hash = new byte[Md5.Size];

        Md5.Hash(key, 3, hash);

        // RFC 1321, A.5.
        Assert.Equal("900150983cd24fb0d6963f7d28e17f72", Convert.ToHexStringLower(hash));
    }
}
