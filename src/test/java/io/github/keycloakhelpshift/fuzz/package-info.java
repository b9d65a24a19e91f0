/**
 * What fuzz tests share. The tests themselves lie beside what they fuzz, which is seldom public:
 * {@code *FuzzTest}, one fuzz test a class, because Jazzer fuzzes one in a JVM.
 */
package io.github.keycloakhelpshift.fuzz;
