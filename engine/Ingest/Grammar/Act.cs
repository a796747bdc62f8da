namespace Analytics.Ingest.Grammar;

/// <summary>What is said to have been done or found (动作): the word that decides a number's measure.</summary>
internal enum Act
{
    /// <summary>No such word.</summary>
    None,

    /// <summary>备案、运行、共有</summary>
    Stock,

    /// <summary>检查、抽查、监测</summary>
    Inspect,

    /// <summary>合格</summary>
    Pass,

    /// <summary>不合格</summary>
    Fail,

    /// <summary>存在、查出、未更新</summary>
    Issue,

    /// <summary>单项否决</summary>
    Veto,

    /// <summary>报送、上报</summary>
    Submit,

    /// <summary>采用、采纳、录用</summary>
    Adopt,

    /// <summary>推送</summary>
    Push,

    /// <summary>零报送</summary>
    ZeroSubmission,

    /// <summary>未达到任务数</summary>
    BelowQuota,

    /// <summary>已整改</summary>
    Rectify,

    /// <summary>未整改</summary>
    LeaveOpen,

    /// <summary>发布</summary>
    Publish,

    /// <summary>收到、转办 (of messages)</summary>
    Receive,

    /// <summary>按期办结</summary>
    OnTime,

    /// <summary>A name of a rate stands there: 合格率, 采用率 …; says nothing of a count.</summary>
    RateName,

    /// <summary>Something else is counted: 注销, 表扬, 约稿, 下发 …</summary>
    Aside,
}
