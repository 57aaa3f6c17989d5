package org.commonweal.platform.messaging;

/**
 * The effect of this service's own facts that reads this service's own tables. The database's log
 * tells of a commit a moment before other connections see it, and on a busy machine the fact is
 * back by then: such a handler is called when what it will look for can be seen.
 */
public interface OwnFactHandler extends EventHandler {}
