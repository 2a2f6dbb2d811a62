package dev.pennant.core.alerts;

import dev.pennant.core.indicator.Rounding;
import java.io.Serializable;

/**
 * How people read the figures of a subject.
 *
 * @param title in Chinese
 * @param titleEn in English
 * @param measure of the values, such as 亿元 or 分
 * @param value how values are rounded
 * @param growth how growth is rounded
 */
public record SubjectWords(String title, String titleEn, String measure, Rounding value, Rounding growth)
        implements Serializable {}
