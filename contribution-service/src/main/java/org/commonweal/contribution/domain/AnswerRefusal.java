package org.commonweal.contribution.domain;

/** Why an answer is not taken. */
public enum AnswerRefusal {
    CLASS_NOT_ALLOWED,
    OWN_FIRM,
    BY_YOU_ALREADY,
    ALREADY_ACKNOWLEDGED,
    ALREADY_DECLINED,
    HISTORICAL,
    REASON_MISSING
}
