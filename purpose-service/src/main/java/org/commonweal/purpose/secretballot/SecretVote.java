package org.commonweal.purpose.secretballot;

import org.commonweal.purpose.domain.Choice;

/**
 * A vote as it lies sealed in its box, and as it is published after the close.
 *
 * @param receipt the hash of the token, by which the voter knows the own vote
 * @param weight of the key that signed the token, in millionths of a vote
 */
record SecretVote(String receipt, int weight, Choice choice) {}
