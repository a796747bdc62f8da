using Analytics.Ingest.Text;

namespace Analytics.Tests.Ingest.Text;

public sealed class CharacterFoldingTests
{
    [Theory]
    [InlineData('⽹', '网')]
    [InlineData('⽤', '用')]
    [InlineData('⼈', '人')]
    [InlineData('⺠', '民')]
    [InlineData('⻔', '门')]
    [InlineData('⻓', '长')]
    [InlineData('⻚', '页')]
    [InlineData('⺝', '月')]
    [InlineData('⺼', '肉')]
    [InlineData('⻗', '雨')]
    [InlineData('⻤', '鬼')]
    [InlineData('⻲', '亀')]
    [InlineData('８', '8')]
    [InlineData('Ａ', 'A')]
    public void One_character_is_kept_for_every_way_of_writing_it(char written, char kept) =>
        Assert.Equal(kept, CharacterFolding.Fold(written));

    [Fact]
    public void Every_radical_of_the_Kangxi_block_becomes_a_character_of_text()
    {
        for (var radical = '\u2F00'; radical <= '\u2FD5'; radical++)
        {
            Assert.True(CharacterFolding.IsChinese(CharacterFolding.Fold(radical)), $"U+{(int)radical:X4}");
        }
    }
}
