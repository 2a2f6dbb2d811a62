package dev.pennant.jobs.alerts.notify;

import dev.pennant.core.alerts.OutboxRules;
import java.io.Serializable;
import java.time.Duration;

/**
 * A way to tell people of alerts.
 *
 * @param name as the settings call it
 * @param kind who is at the other end
 * @param address where
 * @param signing what a DingTalk robot's messages are signed with, or null
 * @param token what a webhook or an Alertmanager asks for, as a bearer token, or null
 * @param chinese whether people there read Chinese
 * @param timeout how long an answer may take
 * @param rules what it is told, and how often
 */
record Channel(
        String name,
        Kind kind,
        Secret address,
        Secret signing,
        Secret token,
        boolean chinese,
        Duration timeout,
        OutboxRules rules)
        implements Serializable {
    /** Who is at the other end of a channel. */
    enum Kind {
        /** Alertmanager, by its API of version 2. */
        ALERTMANAGER,
        /** Whoever takes Pennant's own JSON. */
        WEBHOOK,
        /** A robot of an Enterprise WeChat group (企业微信群机器人). */
        WECOM,
        /** A robot of a DingTalk group (钉钉群机器人). */
        DINGTALK
    }
}
