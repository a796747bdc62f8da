using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics.Domain;
using Analytics.Ingest.Reference;

namespace Analytics.Ingest.Rulebooks;

/// <summary>Reads a rulebook and refuses one that could not be meant.</summary>
public static class RulebookFile
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = 1024 * 1024;

    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads <c>&lt;id&gt;.json</c>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="categories">The taxonomy its hits refer to.</param>
    /// <exception cref="NoticeFormatException">The file is no rulebook; the message names the JSON path and the cure.</exception>
    public static Rulebook Load(string path, CategoryList categories)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
        {
            throw new NoticeFormatException($"没有评分规则文件 {path}。");
        }

        var rulebook =
            new FileInfo(path).Length > MaxBytes
                ? throw TooLarge(name)
                : Parse(name, File.ReadAllBytes(path), categories);
        return rulebook.Id == Path.GetFileNameWithoutExtension(name)
            ? rulebook
            : throw new NoticeFormatException($"{name} 的 $.id：“{rulebook.Id}” 应与文件名相同。");
    }

    /// <summary>Reads a rulebook from its bytes.</summary>
    /// <param name="name">What messages call it.</param>
    /// <param name="json">JSON in UTF-8, with or without a byte order mark.</param>
    /// <param name="categories">The taxonomy its hits refer to.</param>
    /// <exception cref="NoticeFormatException">It is no rulebook; the message names the JSON path and the cure.</exception>
    public static Rulebook Parse(string name, ReadOnlyMemory<byte> json, CategoryList categories)
    {
        if (json.Length > MaxBytes)
        {
            throw TooLarge(name);
        }

        try
        {
            var text = json.Span.StartsWith(Encoding.UTF8.Preamble) ? json.Span[3..] : json.Span;
            var rulebook =
                JsonSerializer.Deserialize<Rulebook>(text, s_options)
                ?? throw new NoticeFormatException($"{name}：文件里没有评分规则。");
            RulebookCheck.Check(rulebook, name, categories);
            return rulebook;
        }
        catch (JsonException exception)
        {
            throw new NoticeFormatException(
                $"{name} 第 {exception.LineNumber + 1} 行 {exception.Path}：{Explain(exception)}。请对照 data/rulebooks/README.md 修改。",
                exception
            );
        }
    }

    private static NoticeFormatException TooLarge(string name) =>
        new($"{name} 超过 {MaxBytes / 1024} KB，不像是评分规则。请检查是否选错了文件。");

    // The serializer explains itself in English; the wording below is for the clerk, its message follows for whoever helps.
    private static string Explain(JsonException exception) =>
        exception.Message switch
        {
            var message when message.Contains("could not be mapped", StringComparison.Ordinal) =>
                $"没有这个字段（{Quoted(message)}）",
            var message when message.Contains("missing required", StringComparison.Ordinal) =>
                $"缺少必填的字段（{message[(message.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()}）",
            var message when message.Contains("could not be converted", StringComparison.Ordinal) =>
                "值的类型不对，或数字过大",
            var message when message.Contains("uplicate", StringComparison.Ordinal) => "同一个字段写了两次",
            var message when exception.InnerException is JsonException or null =>
                $"不能为空，或不是合法的值（{message}）",
            _ => $"不是合法的 JSON（{exception.InnerException!.Message}）",
        };

    private static string Quoted(string message)
    {
        var parts = message.Split('\'');
        return parts.Length > 1 ? parts[1] : message;
    }
}
