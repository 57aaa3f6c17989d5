package org.commonweal.platform.test.offending.impure.domain;

import tools.jackson.databind.JsonNode;

/** A decision must not know its own wire form. */
record DecisionThatReadsJson(JsonNode node) {}
