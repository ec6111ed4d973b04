/** No script: what the page itself costs. Loaded like the others, so that loading is no difference. */
