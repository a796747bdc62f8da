using System.Diagnostics;
using System.Globalization;
using Analytics.Sources;
using static Analytics.Tests.Sources.MadeUpNumber;

namespace Analytics.Tests.Sources;

/// <summary>All numbers are made up here, their check digits worked out by the rules of GB 11643 and Luhn.</summary>
public sealed class PersonalDataTests
{
    private const string Mobile = "13800001111";

    [Fact]
    public void An_identity_number_keeps_its_first_six_and_last_four()
    {
        var number = Identity("15062719900307123");

        Assert.Equal($"申请人{number[..6]}********{number[^4..]}已答复", PersonalData.Mask($"申请人{number}已答复"));
    }

    [Fact]
    public void An_identity_number_that_ends_in_X_is_masked_in_any_case_and_width()
    {
        var number = Enumerable
            .Range(100, 100)
            .Select(serial => Identity("15062719900307" + serial.ToString(CultureInfo.InvariantCulture)))
            .First(made => made[^1] == 'X');

        Assert.Equal(number[..6] + "********" + number[^4..], PersonalData.Mask(number));
        Assert.Equal(number[..6] + "********" + number[14..17] + "x", PersonalData.Mask(number[..17] + "x"));
        Assert.Equal(Wide(number[..6]) + "********" + Wide(number[^4..]), PersonalData.Mask(Wide(number)));
        Assert.Equal(
            $"{number[..6]} ******** {number[^4..]}",
            PersonalData.Mask($"{number[..6]} {number[6..14]} {number[14..]}")
        );
    }

    [Fact]
    public void A_wrong_check_digit_month_or_region_is_no_identity_number()
    {
        var number = Identity("15062719900307123");
        var wrongCheck = number[..17] + (number[17] == '0' ? '1' : '0');

        Assert.Equal(wrongCheck, PersonalData.Mask(wrongCheck));
        Assert.Equal(Identity("15062719901307123"), PersonalData.Mask(Identity("15062719901307123")));
        Assert.Equal(Identity("15062719900230123"), PersonalData.Mask(Identity("15062719900230123")));
        Assert.Equal(Identity("18062719900307123"), PersonalData.Mask(Identity("18062719900307123")));
    }

    [Theory]
    [InlineData("150627900307123", "150627*****7123")]
    [InlineData("150627901307123", "150627901307123")]
    [InlineData("990627900307123", "990627900307123")]
    public void An_old_identity_number_has_15_digits_with_region_and_date(string number, string masked) =>
        Assert.Equal(masked, PersonalData.Mask(number));

    [Theory]
    [InlineData("联系电话13800001111。", "联系电话138****1111。")]
    [InlineData("１３８００００１１１１", "１３８****１１１１")]
    [InlineData("138-0000-1111", "138-****-1111")]
    [InlineData("138 0000 1111", "138 **** 1111")]
    [InlineData("+86 13800001111", "+86 138****1111")]
    [InlineData("+8613800001111", "+86138****1111")]
    [InlineData("86-138-0000-1111", "86-138-****-1111")]
    [InlineData("13800001111、19912345678", "138****1111、199****5678")]
    [InlineData("13800001111 19912345678", "138****1111 199****5678")]
    [InlineData("tel13800001111", "tel138****1111")]
    [InlineData("张某（13800001111）", "张某（138****1111）")]
    [InlineData("2024-12-05 13800001111", "2024-12-05 138****1111")]
    public void A_mobile_number_keeps_its_first_three_and_last_four(string text, string masked) =>
        Assert.Equal(masked, PersonalData.Mask(text));

    [Fact]
    public void A_bank_card_is_told_by_its_Luhn_digit()
    {
        var card = Card("621700001234567890");
        var short16 = Card("453912345678901");

        Assert.Equal(card[..6] + "*********" + card[^4..], PersonalData.Mask(card));
        Assert.Equal(
            $"{short16[..4]} **** **** {short16[^4..]}",
            PersonalData.Mask($"{short16[..4]} {short16[4..8]} {short16[8..12]} {short16[12..]}")
        );
        Assert.Equal(
            $"{card[..4]}-****-****-***{card[15]}-{card[16..]}",
            PersonalData.Mask($"{card[..4]}-{card[4..8]}-{card[8..12]}-{card[12..16]}-{card[16..]}")
        );
        var wrong = card[..^1] + (char)('0' + ((card[^1] - '0' + 1) % 10));
        Assert.Equal(wrong, PersonalData.Mask(wrong));
    }

    [Theory]
    [InlineData("手机号13800001111号", "手机号138****1111号")]
    [InlineData("手机：13800001111条", "手机：138****1111条")]
    [InlineData("联系电话（13800001111）、19912345678户", "联系电话（138****1111）、199****5678户")]
    [InlineData("联系方式为 13800001111abc", "联系方式为 138****1111abc")]
    [InlineData("Tel: 13800001111元", "Tel: 138****1111元")]
    [InlineData("身份证号码150627900307123号", "身份证号码150627*****7123号")]
    [InlineData("电话办理13800001111件", "电话办理13800001111件")]
    [InlineData("13800001111号", "138****1111号")]
    [InlineData("共13800001111号", "共13800001111号")]
    public void Behind_a_word_for_it_a_number_is_masked_whatever_follows(string text, string masked) =>
        Assert.Equal(masked, PersonalData.Mask(text));

    [Theory]
    [InlineData("“武定交警50622”有2条")]
    [InlineData("伊政办发〔2024〕13800001111号")]
    [InlineData("共13800001111元")]
    [InlineData("13800001111.50")]
    [InlineData("￥13800001111")]
    [InlineData("0477-8581234")]
    [InlineData("04778581234")]
    [InlineData("2024年10月1日至12月31日")]
    [InlineData("编号2024121300001380000111122")]
    [InlineData("http://www.example.gov.cn/202412/t20241213_13800001111.html")]
    [InlineData("http://www.example.gov.cn/id=13800001111")]
    [InlineData("网站标识码1506270001")]
    [InlineData("甲局 156 2023 2024")]
    [InlineData("甲局 12 138 1200 5600")]
    [InlineData("1,380,000,111,1")]
    [InlineData("12345678901")]
    [InlineData("abc13800001111def")]
    [InlineData("")]
    public void Other_numbers_stay_as_they_are(string text) => Assert.Same(text, PersonalData.Mask(text));

    [Fact]
    public void The_length_stays_so_that_places_in_the_text_hold()
    {
        var text = $"一{Mobile}二{Identity("15062719900307123")}三{Card("621700001234567890")}四";

        var masked = PersonalData.Mask(text);

        Assert.Equal(text.Length, masked.Length);
        Assert.Equal(text.IndexOf('四', StringComparison.Ordinal), masked.IndexOf('四', StringComparison.Ordinal));
        // 4 of 11, 8 of 18 and 9 of 19 digits.
        Assert.Equal(21, masked.Count(c => c == '*'));
    }

    [Fact]
    public void Eight_megabytes_of_numbers_are_masked_in_a_moment()
    {
        var text = string.Concat(Enumerable.Repeat("甲局28条、乙局138 1234 9，", 400_000));
        var clock = Stopwatch.StartNew();

        Assert.Same(text, PersonalData.Mask(text));

        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
    }

    private static string Wide(string number) => string.Concat(number.Select(c => (char)(c + 0xFEE0)));
}
