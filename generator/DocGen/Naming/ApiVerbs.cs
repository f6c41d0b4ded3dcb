using DocGen.Generator.Model;

namespace DocGen.Generator.Naming;

/// <summary>The verbs at the start of headings and sentences of API docs, and the method names for them.</summary>
internal static class ApiVerbs
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "accept", "acknowledge", "activate", "add", "allow", "append", "apply", "approve", "archive", "assign",
        "associate", "attach", "authenticate",
        "authorize", "ban", "block", "bookmark", "browse", "calculate", "cancel", "capture", "change", "check", "claim",
        "clear", "clone", "close",
        "commit", "compare", "complete", "compute", "configure", "confirm", "connect", "convert", "copy", "count",
        "create", "deactivate", "decline", "delete",
        "demote", "deny", "deploy", "destroy", "detach", "disable", "disconnect", "dismiss", "display", "download",
        "duplicate", "edit", "enable", "end",
        "enqueue", "estimate", "exchange", "execute", "expire", "export", "fetch", "filter", "find", "finish", "flag",
        "follow", "force", "fork", "forward",
        "generate", "get", "grant", "hide", "import", "increment", "index", "initiate", "insert", "install",
        "invalidate", "invite", "issue", "join", "kick", "label",
        "launch", "leave", "like", "link", "list", "load", "lock", "login", "logout", "lookup", "make", "map", "mark",
        "merge", "migrate", "modify", "move", "mute",
        "notify", "obtain", "open", "patch", "pause", "pay", "pin", "ping", "poll", "post", "preview", "process",
        "promote", "protect", "provision", "publish",
        "pull", "purge", "push", "put", "query", "queue", "quit", "read", "rebuild", "record", "redeem", "redeliver",
        "refresh", "refund", "register",
        "reject", "release", "reload", "remove", "rename", "render", "renew", "reopen", "replace", "reply", "report",
        "reposition", "request", "reset", "resend",
        "resize", "resolve", "restart", "restore", "resume", "retrieve", "retry", "return", "revert", "review",
        "revoke", "rotate", "run", "save", "scan",
        "schedule", "search", "select", "send", "set", "share", "show", "sign", "snooze", "sort", "split", "star",
        "start", "stop", "store", "stream", "submit",
        "subscribe", "suspend", "switch", "sync", "synchronize", "tag", "terminate", "test", "toggle", "track",
        "transfer", "transform", "translate", "trash",
        "trigger", "unarchive", "unassign", "unban", "unblock", "uncomplete", "undo", "unfollow", "uninstall", "unlike",
        "unlink", "unlock", "unmute", "unpin", "unprotect",
        "unpublish", "unregister", "unshare", "unstar", "unsubscribe", "unwatch", "update", "upgrade", "upload",
        "upsert", "use", "validate", "verify", "view", "void",
        "vote", "borrow", "lend", "rent", "order", "ship", "deliver", "charge", "dock", "undock", "print", "play",
        "seal",
        "adjust", "extend", "evaluate", "watch", "withdraw", "write", "instantiate", "reprocess", "bypass",
    };

    /// <summary>
    /// Returns the verb of a word such as <c>Create</c>, <c>Creates</c> or <c>Creating</c>; null if the word is not a
    /// verb.
    /// </summary>
    public static string? Of(string word)
    {
        word = word.ToLowerInvariant();
        if (Known.Contains(word))
            return word;
        foreach (string ending in (string[])["es", "s", "ing"])
        {
            if (word.Length <= ending.Length + 2 || !word.EndsWith(ending, StringComparison.Ordinal))
                continue;
            string stem = word.Substring(0, word.Length - ending.Length);
            if (Known.Contains(stem))
                return stem;
            if (ending == "ing" && Known.Contains(stem + "e"))
                return stem + "e";
            // A doubled consonant: getting, setting.
            if (ending == "ing" && stem.Length > Thresholds.ShortStem && stem[stem.Length - 1] == stem[stem.Length - 2]
                && Known.Contains(stem.Substring(0, stem.Length - 1)))
                return stem.Substring(0, stem.Length - 1);
        }

        return null;
    }

    /// <summary>Returns the most common synonym of a verb: get for retrieve and show, update for edit.</summary>
    public static string Common(string verb) => verb switch
    {
        "retrieve" or "fetch" or "show"
            or "view" or "read" or "find" or "obtain" or "lookup" or "return" or "display" or "query" or "load" =>
            "get",
        "index" or "browse" => "list",
        "make" or "post" or "insert" => "create",
        "edit" or "modify" or "change" or "patch" or "put" or "save" => "update",
        "destroy" => "delete",
        _ => verb,
    };

    /// <summary>Whether the verb says no more than the HTTP method.</summary>
    public static bool IsGeneral(string verb)
        => verb is "get" or "list" or "create" or "update" or "delete" or "add" or "remove" or "set" or "replace";
}
