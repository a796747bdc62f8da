using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Analytics.Domain;
using Analytics.Warehouse;

namespace Analytics.Tests.Warehouse;

/// <summary>A warehouse in a folder of its own, with five units, the shipped rulebook and a clock that stands still.</summary>
/// <remarks>Making one costs seconds (every relation is bound), so each kind is made once and copied for each test.</remarks>
internal sealed class TestWarehouse : IDisposable
{
    private const string Units = """
        code,name,short_name,aliases,group,sort_order,pinyin,without
        hongqinghe,红庆河镇,红庆河镇,,town,1,hqhz,
        zhasake,札萨克镇,札萨克镇,札镇,town,2,zskz,
        gongan,公安局,公安局,,department,3,gaj,
        renshe,人力资源和社会保障局,人社局,人社局|人力社保局,department,4,rlzyhshbzj,
        yuanlin,园林绿化中心,园林中心,,institution,5,yllhzx,service
        """;

    private const string Categories = """
        code,channel,name,keywords
        W-TYPO,website,错别字与不规范表述,错别字|错敏词|严重表述
        W-LINK,website,错链与外链,错链|外链
        W-EMPTY,website,空白栏目,空白栏目
        W-STALE,website,更新不及时,更新不及时
        W-GUIDE,website,办事指南不准确,办事指南
        N-STALE,newmedia,内容不更新,未更新
        X-RECT,any,整改不到位,未整改
        """;

    private static readonly ConcurrentDictionary<(string, string?), Lazy<string>> s_made = new();

    public TestWarehouse(string? rulebook = null, string? successions = null)
    {
        Root = Directory.CreateTempSubdirectory("analytics-test-").FullName;
        Copy(
            s_made
                .GetOrAdd(
                    (rulebook ?? Rules, successions),
                    kind => new Lazy<string>(() => Make(kind.Item1, kind.Item2))
                )
                .Value,
            Root
        );
        Live = AnalyticsWarehouse.Open(Folder, Data, new StandingClock());
    }

    private static string Make(string rulebook, string? successions)
    {
        var root = Directory.CreateTempSubdirectory("analytics-test-made-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(root, recursive: true);
        Write(root, "data/reference/units.csv", Units);
        Write(root, "data/reference/categories.csv", Categories);
        Write(root, "data/rulebooks/test-rules.json", rulebook);
        if (successions is not null)
        {
            Write(root, "data/reference/unit_successions.csv", successions);
        }

        AnalyticsWarehouse
            .Open(Path.Combine(root, "warehouse"), Path.Combine(root, "data"), new StandingClock())
            .Dispose();
        return root;
    }

    private static void Copy(string from, string to)
    {
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            File.Copy(file, Path.Combine(to, Path.GetRelativePath(from, file)));
        }
    }

    /// <summary>Website 40 points, new media 60, half a point for each finding, 2 for one of the region.</summary>
    public const string Rules = """
        {
          "id": "test-rules", "title": "测试规则", "source": "测试", "confirmed": false, "default": true,
          "effectiveFrom": "2020-01-01", "kind": "deduction", "base": 100,
          "indicators": [
            { "code": "website", "title": "政府网站", "channel": "website", "fullPoints": 40, "cap": 30,
              "hits": [ { "points": 0.5 }, { "category": "W-TYPO", "level": "region", "points": 2 } ] },
            { "code": "newmedia", "title": "政务新媒体", "channel": "newmedia", "fullPoints": 60, "cap": 60,
              "hits": [ { "points": 0.5 }, { "category": "NONE", "points": 1 } ] }
          ],
          "vetoes": [ { "code": "veto", "title": "单项否决", "outcome": "fail" } ], "rebase": "scale",
          "bands": [ { "name": "合格", "from": 60 }, { "name": "不合格", "from": 0 } ],
          "ranking": { "groups": [ { "code": "town", "title": "镇", "units": [ "town" ] },
                      { "code": "department", "title": "部门", "units": [ "department", "institution" ] } ] }
        }
        """;

    public string Root { get; }

    public string Data => Path.Combine(Root, "data");

    public string Folder => Path.Combine(Root, "warehouse");

    public AnalyticsWarehouse Live { get; private set; }

    public Snapshot Open() => Live.Snapshots.Open();

    public void Reopen()
    {
        Live.Dispose();
        Live = AnalyticsWarehouse.Open(Folder, Data, new StandingClock());
    }

    public void Write(string name, string text) => Write(Root, name, text);

    private static void Write(string root, string name, string text)
    {
        var path = Path.Combine(root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public LoadReport Load(string name, params Fact[] facts) =>
        Live.Load([Table(name, isSample: false, facts)], "测试");

    public static LoadFile Table(string name, bool isSample, params Fact[] facts)
    {
        var bytes = Encoding.UTF8.GetBytes(name + isSample + string.Join('\n', facts.Select(fact => fact.ToString())));
        return new LoadFile(
            name,
            bytes,
            Convert.ToHexStringLower(SHA256.HashData(bytes)),
            null,
            facts,
            isSample,
            "table:" + name
        );
    }

    public static Fact Finding(
        string unit,
        int count,
        string channel = Channel.NewMedia,
        string? category = null,
        string? level = "旗",
        string period = "2024Q4"
    ) =>
        new()
        {
            Channel = channel,
            Measure = Measure.Issues,
            Period = period,
            Unit = unit,
            Count = count,
            Category = category,
            Level = level,
            Location = "第1行",
        };

    public static Fact Of(
        string measure,
        string channel,
        decimal count,
        string? unit = null,
        string? target = null,
        string period = "2024Q4",
        string? platform = null
    ) =>
        new()
        {
            Channel = channel,
            Measure = measure,
            Period = period,
            Unit = unit,
            Count = count,
            Target = target,
            Platform = platform,
            Location = "第1行",
        };

    public void Dispose()
    {
        Live.Dispose();
        Directory.Delete(Root, recursive: true);
    }

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2025, 1, 20, 2, 0, 0, TimeSpan.Zero);
    }
}
