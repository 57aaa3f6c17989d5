/** What the manifests are held to: every field known, every rule with an offender. */
@NullMarked
package org.commonweal.k8s;

import org.jspecify.annotations.NullMarked;
