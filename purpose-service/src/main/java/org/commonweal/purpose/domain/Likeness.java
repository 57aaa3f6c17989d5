package org.commonweal.purpose.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells other words from another thing, as far as counting can: the figures stay, and at least half
 * of the words do, or nearly all of the letters. It lets through what only a reader can tell; hence
 * the window in which any member can call it major.
 */
final class Likeness {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern FIGURE = Pattern.compile("\\p{N}+");

    /** Of longer texts the letters are not compared, which takes the product of their lengths. */
    private static final int LETTERS_MAX = 300;

    private static final int LETTERS_PER_CHANGE = 4;

    private Likeness() {}

    static boolean isSameInOtherWords(@Nullable String before, @Nullable String after) {
        if (before == null || after == null) {
            return before == null && after == null;
        }
        var old = before.toLowerCase(Locale.ROOT);
        var fresh = after.toLowerCase(Locale.ROOT);
        return all(FIGURE, old).equals(all(FIGURE, fresh))
                && (keepsHalf(all(WORD, old), all(WORD, fresh)) || keepsLetters(old, fresh));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    private static boolean keepsHalf(List<String> before, List<String> after) {
        Map<String, Integer> left = new HashMap<>();
        before.forEach(word -> left.merge(word, 1, Integer::sum));
        var kept = new ArrayList<String>();
        for (var word : after) {
            if (left.merge(word, -1, Integer::sum) >= 0) {
                kept.add(word);
            }
        }
        return 2 * kept.size() >= Math.max(before.size(), after.size());
    }

    /** For a slip of the pen in a short text: one letter in four at most is another. */
    private static boolean keepsLetters(String before, String after) {
        var longest = Math.max(before.length(), after.length());
        return longest <= LETTERS_MAX && edits(before, after) * LETTERS_PER_CHANGE <= longest;
    }

    /** How many letters must be put in, left out or replaced (Levenshtein). */
    private static int edits(String before, String after) {
        var row = new int[after.length() + 1];
        for (var j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (var i = 1; i <= before.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.length; j++) {
                var replaced = diagonal + (before.charAt(i - 1) == after.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(diagonal, row[j - 1]));
            }
        }
        return row[after.length()];
    }
}
